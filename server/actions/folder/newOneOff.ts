import { folderAction } from './folderAction.ts';
import { writeTask } from './writeTask.ts';

export const newOneOff = folderAction({
  title: 'New One-off',
  options: { title: 'text', due: 'day' },
  result: (context, { title, due }) => writeTask('one-off', context, { title, due: due ?? undefined }),
});
