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
      const reading = readCadence(typed);
      const own = typed.trim() !== '' && reading.ok ? formatCadence(reading.cadence) : undefined;
      const known = catalogue.filter((phrase) => phrase !== own).map((phrase) => ({ value: phrase, label: phrase }));
      return own === undefined ? known : [{ value: typed.trim(), label: own, description: own === typed.trim() ? '' : 'as typed' }, ...known];
    },
  },
  result: (context, { title, owner, cadence }) => writeTask('recurring', context, { title, owner, cadence: cadence ?? undefined }),
});
