import { catalogue } from '../../notation/cadence/catalogue.ts';
import { phrasesMeant } from '../../notation/cadence/meant.ts';
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
      const own = phrasesMeant(typed);
      const near = readCadence(typed.trim()).ok ? {} : { description: 'near to what is typed, which is not understood' };
      const known = catalogue.filter((phrase) => !own.includes(phrase));
      return [...own.map((phrase) => ({ value: phrase, label: phrase, ...near, isTyped: true as const })), ...known.map((phrase) => ({ value: phrase, label: phrase }))];
    },
  },
  result: (context, { title, owner, cadence }) => writeTask('recurring', context, { title, owner, cadence: cadence ?? undefined }),
});
