/** Tasks by their titles, and one-offs by the title that their `Same as` names. */
import type { Entry } from './entry.ts';

export class SameAs {
  /** One task of each title; the others of that title follow it, each by the one before. */
  private readonly titled = new Map<string, Entry>();
  private readonly naming = new Map<string, Entry[]>();

  /** The tasks that its `Same as` names, and those whose `Same as` names it. */
  *of({ title, sameAs }: Entry): Generator<Entry> {
    if (sameAs !== undefined) for (let entry = this.titled.get(sameAs); entry; entry = entry.ofSameTitle) yield entry;
    if (title !== '') yield* this.naming.get(title) ?? [];
    // Of a title that nobody has any more, all who name it are the same.
    if (sameAs !== undefined) yield* this.naming.get(sameAs) ?? [];
  }

  /** Whether it names a task or is named by one. */
  has({ title, sameAs }: Entry): boolean {
    return sameAs !== undefined || (this.naming.size > 0 && this.naming.has(title));
  }

  add(entry: Entry): void {
    const { title, sameAs } = entry;
    if (title !== '') {
      entry.ofSameTitle = this.titled.get(title);
      this.titled.set(title, entry);
    }
    if (sameAs === undefined) return;
    const list = this.naming.get(sameAs);
    if (list) list.push(entry);
    else this.naming.set(sameAs, [entry]);
  }

  remove(entry: Entry): void {
    const { title, sameAs } = entry;
    if (title !== '') this.removeTitled(entry);
    const list = sameAs === undefined ? undefined : this.naming.get(sameAs);
    if (!list) return;
    list.splice(list.indexOf(entry), 1);
    if (list.length === 0) this.naming.delete(sameAs!);
  }

  private removeTitled(entry: Entry): void {
    const { title, ofSameTitle } = entry;
    let before = this.titled.get(title);
    if (before !== entry) {
      while (before!.ofSameTitle !== entry) before = before!.ofSameTitle;
      before!.ofSameTitle = ofSameTitle;
    } else if (ofSameTitle) this.titled.set(title, ofSameTitle);
    else this.titled.delete(title);
    entry.ofSameTitle = undefined;
  }
}
