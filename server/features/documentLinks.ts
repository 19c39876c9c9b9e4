/** Links that can be followed: to files and headings of the workspace folder, and from disable comments to the rules' pages. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { NoteContext } from '../context.ts';
import { lineOf, targetOf } from '../model/links.ts';
import type { Link } from '../notation/links.ts';
import { rules } from '../rules/index.ts';
import { toRange } from '../text.ts';

export function documentLinks(context: NoteContext): DocumentLink[] {
  const { document, rulePages } = context;
  const links = document.links.flatMap((link): DocumentLink[] => {
    const target = followed(context, link);
    return target === undefined ? [] : [{ range: toRange(link.at), target }];
  });
  document.sections.forEach(({ directives }, i) => {
    for (const { codes } of directives) {
      for (const { value, at } of codes) {
        if (known.has(value)) links.push({ range: toRange(at, document.firstLines[i]!), target: `${rulePages}${value}.md`, tooltip: 'What this rule finds' });
      }
    }
  });
  return links;
}

const known: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/** Where a link leads, `undefined` where that is out of the folder, or known not to be there. */
function followed({ document, folder, spelled }: NoteContext, link: Link): string | undefined {
  const uri = targetOf(link, document, folder);
  const file = uri === document.uri ? document : folder.file(uri);
  if (file !== document && (!folder.contains(uri) || file === 'missing' || file === 'directory')) return undefined;
  if (link.anchor === undefined || typeof file !== 'object') return spelled(uri);
  const line = lineOf(link, file, folder);
  return line === undefined ? undefined : `${spelled(uri)}#L${line + 1}`;
}
