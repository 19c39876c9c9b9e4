/** What is written from the tables of the server: package.json's contributions, the README's tables, the rules' pages. */
import type { Action } from '../../server/actions/action.ts';
import { folderActions } from '../../server/actions/folder/index.ts';
import { actions } from '../../server/actions/index.ts';
import { applicableKey, category, type Command, commands, inNote, startedKey } from '../../server/commands.ts';
import { levels } from '../../server/notation/header.ts';
import { fieldKeys, headerMeanings, personMeanings, verbMeanings } from '../../server/notation/keys.ts';
import { actionNames, askingCommand, folderActionNames, section, serverCommand, tokenScopes } from '../../server/protocol.ts';
import { rules } from '../../server/rules/index.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { type Setting, settings } from '../../server/settings.ts';
import { checkAll, parseFixture } from '../support/fixture.ts';

type Json = Record<string, unknown>;

/** Strings that package.json names as `%key%`, for translations. */
export function packageStrings(): Record<string, string> {
  return Object.fromEntries([
    ['menu.delegate', category],
    ...commands.map(({ id, title }) => [`command.${id}`, title]),
    ...settings.map(({ key, description }) => [`setting.${key}`, description]),
    ...rules.map(({ code, summary }) => [`rule.${code}`, summary]),
  ]) as Record<string, string>;
}

const allCommands: readonly Command[] = commands;

export function packageCommands(): Json[] {
  return allCommands.map(({ id, icon }) => ({ command: id, title: `%command.${id}%`, category, ...(icon && { icon }) }));
}

const submenu = `${section}.menu`;

/** Where commands are offered: in the palette, and in the one submenu of a note's editor. */
export function packageMenus(): Record<string, Json[]> {
  return {
    commandPalette: allCommands.flatMap(({ id, enablement }) => (enablement === undefined ? [] : [{ command: id, when: enablement }])),
    'editor/context': [{ submenu, group: '2_delegate', when: `${startedKey} && ${inNote}` }],
    [submenu]: allCommands.flatMap(menuItem),
  };
}

/** What is done to a task is there where it can be done; the rest is always. */
function menuItem({ id, menu }: Command, index: number): Json[] {
  const action = actionNames.find((name) => askingCommand(name) === id);
  const groups = { task: '1_task', note: '2_note', workspace: '3_workspace' } as const;
  const group = action ? groups.task : menu && groups[menu];
  return group ? [{ command: id, group: `${group}@${index + 1}`, ...(action && { when: `${applicableKey} =~ /\\b${action}\\b/` }) }] : [];
}

export const packageSubmenus = (): Json[] => [{ id: submenu, label: '%menu.delegate%' }];

export function packageKeys(): Json[] {
  return allCommands.flatMap(({ id, keys }) => (keys ? [{ command: id, ...keys, when: `editorTextFocus && ${startedKey} && ${inNote}` }] : []));
}

export function packageConfiguration(): Json {
  const properties = (settings as readonly Setting[]).map(({ key, scope, default: value, schema }): [string, Json] => [
    `${section}.${key}`,
    { ...schema, ...(key === 'rules' && { properties: ruleProperties() }), default: value, scope, markdownDescription: `%setting.${key}%` },
  ]);
  return { title: 'Delegate Notes', properties: Object.fromEntries(properties) };
}

export function packageTokenScopes(): Json[] {
  return [{ language: 'markdown', scopes: Object.fromEntries(Object.entries(tokenScopes).map(([type, scope]) => [type, [scope]])) }];
}

function ruleProperties(): Json {
  return Object.fromEntries(rules.map(({ code, level }) => [code, { type: 'string', enum: levels, default: level, description: `%rule.${code}%` }]));
}

/** The tables of the README by the name of their region. */
export function readmeRegions(): Record<string, string> {
  return {
    rules: table(
      ['Code', 'Level', 'What it finds', 'Fix'],
      rules.map((rule) => [`[${rule.code}](server/rules/pages/${rule.code}.md)`, levelText(rule), rule.summary, hasFix(rule) ? 'yes' : '']),
    ),
    settings: table(
      ['Setting', 'Default', 'Meaning'],
      settings.map(({ key, default: value, description }) => [`\`${section}.${key}\``, `\`${JSON.stringify(value)}\``, description]),
    ),
    commands: table(['Command', 'What it does'], allCommands.map(({ title, description, keys }) => [`${category}: ${title}`, description + keysText(keys)])),
    actions: table(['Command', 'Takes'], actionNames.map((name) => [`\`${serverCommand(name)}\``, optionsText(actions[name])])),
    folderActions: table(['Command', 'Takes'], folderActionNames.map((name) => [`\`${serverCommand(name)}\``, optionsText(folderActions[name])])),
    fields: table(
      ['Field', 'In', 'Example', 'Meaning'],
      fieldKeys.map(({ name, kinds, example, meaning }) => [name, kinds.join(', '), `\`${example}\``, meaning]),
    ),
    verbs: table(['Verb', 'Meaning'], Object.entries(verbMeanings)),
    header: table(['Key', 'Meaning'], Object.entries(headerMeanings).map(([key, meaning]) => [`\`${key}\``, meaning])),
    people: table(['Key', 'Meaning'], Object.entries(personMeanings).map(([key, meaning]) => [`\`${key}\``, meaning])),
  };
}

/** ` (Alt+D, on a Mac Ctrl+Alt+D)` */
function keysText(keys: Command['keys']): string {
  const written = (key: string): string => key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return keys ? ` (${written(keys.key)}${keys.mac === undefined ? '' : `, on a Mac ${written(keys.mac)}`})` : '';
}

const optionsText = ({ options, needs = {} }: Pick<Action, 'options' | 'needs'>): string =>
  Object.keys(options).map((name) => (Object.hasOwn(needs, name) ? `**\`${name}\`**` : `\`${name}\``)).join(', ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`.replace(/ {2,}\|/g, ' |');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function withRegion(readme: string, name: string, content: string): string {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no region ${open}`);
  return `${readme.slice(0, start + open.length)}\n\n${content}\n\n${readme.slice(end)}`;
}

/** A rule's page, to which its code is linked. */
export function rulePage(rule: Rule): string {
  const { code, summary, why, bad, good, needsToday } = rule;
  const facts = [`Level: ${levelText(rule)}.`, hasFix(rule) ? 'It comes with a quick fix.' : 'It has no quick fix.', ...(needsToday ? ['It depends on the day.'] : [])];
  const body = [
    `# ${code}`,
    wrap(facts.join(' ')),
    '## What it does',
    wrap(`It finds ${summary[0]!.toLowerCase()}${summary.slice(1)}.`),
    '## Why',
    wrap(why),
    '## Example',
    ...example(bad),
    '## Use instead',
    ...example(good),
    '## Where it is wrong',
    wrap('Say so above the line that it points at, or anywhere for the whole note:'),
    fence(`<!-- delegate-disable-next-line ${code} -->\n<!-- delegate-disable-file ${code} -->`),
    wrap(`Under \`rules\` in the front matter, or in the setting \`${section}.rules\`, \`${code}\` can be \`off\`, \`info\`, \`warning\` or \`error\`.`),
  ];
  const text = `${body.join('\n\n')}\n`;
  return text.split('\n').some((line) => line.length > 80) ? `<!-- markdownlint-disable MD013 -->\n\n${text}` : text;
}

/** The files of an example, each in a fence of its own; the marks are for the tests. */
function example(text: string): string[] {
  const files = [...parseFixture(text).files];
  return files.flatMap(([path, content]) => (files.length === 1 ? [fence(content)] : [`In \`${path}\`:`, fence(content)]));
}

function fence(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}markdown\n${content.replace(/^\n+|\s+$/g, '')}\n${marks}`;
}

const levelText = ({ level, raised }: Rule): string => (raised ? `${level}, ${raised.level} ${raised.when}` : level);

function hasFix({ code, bad }: Rule): boolean {
  return checkAll(parseFixture(bad)).some((finding) => finding.code === code && finding.fixes().length > 0);
}

/** Breaks a text into lines of at most 80 characters. */
function wrap(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] === '') lines[last] = word;
    else if (lines[last]!.length + 1 + word.length <= 80) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
