/** Which field a name that the notation does not have was meant for. */
import { fieldKeys, foldName, type Kind } from '../notation/keys.ts';
import { nearest } from './likeness.ts';

/** What people call the fields. */
const synonyms = new Map(
  Object.entries({
    Owner: 'responsible, assignee, assigned to, who, person, done by',
    Backup: 'deputy, substitute, stand in, replacement, cover',
    Cadence: 'frequency, schedule, recurrence, repeat, repeats, how often, rhythm, interval, when',
    Budget: 'price, cost, costs, max price, fee',
    Skills: 'skill, requirements, experience',
    Due: 'deadline, due date, due by, until, deliver by',
    Process: 'sop, documentation, docs, guide, instructions, how to, checklist, manual, steps',
    Estimate: 'duration, effort, time, hours, takes, estimated time',
    Starts: 'start, start date, started, since, from, begins',
    Ends: 'end, end date, ended',
    Reviewed: 'last reviewed, review, last review',
    'Same as': 'repeat of, duplicate of, like',
  }).flatMap(([name, typed]) => typed.split(', ').map((word) => [word, name] as const)),
);

/** The fields of a kind that a name was meant for, nearest first. */
export function meantFields(name: string, kind: Kind): string[] {
  const names = fieldKeys.filter(({ kinds }) => (kinds as readonly Kind[]).includes(kind)).map((key) => key.name as string);
  const synonym = synonyms.get(foldName(name));
  return synonym !== undefined && names.includes(synonym) ? [synonym] : nearest(name, names);
}
