import { catalogue } from '../../notation/cadence/catalogue.ts';
import { formatCadence } from '../../notation/cadence/format.ts';
import { readCadence } from '../../notation/cadence/read.ts';
import { folderAction } from './folderAction.ts';
import { leastLoaded } from './people.ts';
import { writeTask } from './writeTask.ts';

export const newFunction = folderAction({
  title: 'New Recurring Function',
  options: { title: 'text', owner: 'person', cadence: 'cadence' },
  choices: {
    owner: (context) => [...leastLoaded(context), { value: null, label: 'Nobody yet' }],
    cadence(_context, _answered, typed) {
      const own = phrasesOf(typed);
      const known = catalogue.filter((phrase) => !own.includes(phrase));
      return [...own.map((phrase) => ({ value: phrase, label: phrase, isTyped: true as const })), ...known.map((phrase) => ({ value: phrase, label: phrase }))];
    },
  },
  result: (context, { title, owner, cadence }) => writeTask('recurring', context, { title, owner, cadence: cadence ?? undefined }),
});

/** What is typed, in the canonical form; what can be read in several ways, in each of them. */
function phrasesOf(typed: string): string[] {
  const reading = readCadence(typed.trim());
  if (!reading.ok) return [];
  // A beginning and an end are in no phrase.
  if (Object.keys(reading.bounds).length > 0) return [typed.trim()];
  return reading.ambiguity ? reading.ambiguity.readings.map(({ phrase }) => phrase) : [formatCadence(reading.cadence)];
}
