/** People to choose from. */
import { peopleByLoad } from '../../model/load.ts';
import type { Member } from '../../model/roster.ts';
import { formatDay } from '../../notation/dates.ts';
import type { OptionChoice } from '../../protocol.ts';
import { short } from '../../rules/wording.ts';
import type { FolderPlace } from './folderAction.ts';

/** Those who are there, the least loaded first. */
export function leastLoaded({ folder, today }: FolderPlace, without?: string): OptionChoice[] {
  return peopleByLoad(folder, today, without).map((person) => {
    const absence = person.away?.find(([from, to]) => from <= today && today <= to);
    return { value: person.handle, ...named(person.handle, person, absence && `away until ${formatDay(absence[1])}`) };
  });
}

/** A person as a list has them: the handle, then the name and more. */
export function named(handle: string, person: Member | undefined, ...more: readonly (string | undefined)[]): { label: string; description: string } {
  const { name, role } = person ?? {};
  return { label: `@${short(handle)}`, description: [name, role, ...more].filter(Boolean).map((part) => short(part!)).join(' · ') };
}
