import { jobPost } from '../model/jobPost.ts';
import { action } from './action.ts';

export const copyJobPost = action({
  title: 'Copy Job Post',
  options: {},
  subject: 'a one-off',
  appliesTo: ({ block }) => block.kind === 'one-off',
  change: (task, { folder }) => ({ text: jobPost(task, folder) }),
});
