/** Where people are written in a document: in its prose, fields, entries and bids, and in its front matter. */
import { span, type Span } from '../text.ts';
import type { Document, Section } from './document.ts';
import type { Mention } from './inline.ts';
import { lineText } from './markdown.ts';

/**
 * The places of each handle in the order of the document, whose lines they count. A place ends where the handle does; the
 * `@` is part of it where there is one, and in the keys of front matter there is none.
 */
export type People = ReadonlyMap<string, readonly Span[]>;

export function peopleIn({ header, sections, firstLines }: Pick<Document, 'header' | 'sections' | 'firstLines'>): People {
  const people = new Map<string, Span[]>();
  const add = (handle: string, at: Span): void => {
    const known = people.get(handle);
    if (known) known.push(at);
    else people.set(handle, [at]);
  };
  for (const { value, at } of namedIn(header)) {
    const place = within(sections[0]!, at, value);
    if (place) add(value, place);
  }
  sections.forEach((section, i) => {
    for (const { handle, at } of mentionsOf(section)) add(handle, span(at.line + firstLines[i]!, at.start, at.end));
  });
  return people;
}

/** The handles that front matter names, each with the span of its node. */
function namedIn({ team, delegator }: Document['header']): { readonly value: string; readonly at: Span }[] {
  const named = team.map(({ handle, at }) => ({ value: handle, at }));
  return delegator ? [...named, delegator].sort((a, b) => a.at.line - b.at.line || a.at.start - b.at.start) : named;
}

/** A handle within the node that it was read from, whose quotes are none of it; `undefined` where YAML spells it otherwise. */
function within(section: Section, at: Span, handle: string): Span | undefined {
  const text = lineText(section, at.line).slice(at.start, at.end);
  const start = text.indexOf(handle);
  if (start < 0) return undefined;
  const sign = text[start - 1] === '@' ? 1 : 0;
  return span(at.line, at.start + start - sign, at.start + start + handle.length);
}

/** What is typed as code or behind a backslash is no mention in prose, and yet it names the owner of a task. */
function mentionsOf({ text, mentions, block }: Section): readonly Mention[] {
  if (!block || !/[`<\\]|\]\(/.test(text)) return mentions;
  const bidders = block.bids?.rows.filter(({ isHandle }) => isHandle).map(({ bidder, at }) => ({ handle: bidder, at }) as Mention) ?? [];
  const named = [block.owner, block.backup, ...block.entries.map(({ who }) => who), ...bidders].filter((mention) => mention !== undefined);
  const byPlace = new Map([...mentions, ...named].map((mention) => [`${mention.at.line}:${mention.at.start}`, mention]));
  return byPlace.size === mentions.length ? mentions : [...byPlace.values()].sort((a, b) => a.at.line - b.at.line || a.at.start - b.at.start);
}
