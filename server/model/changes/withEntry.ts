/** Writing a new entry into the history of a task. */
import type { Task } from '../../notation/document.ts';
import { entryText, type NewEntry } from '../../notation/entryText.ts';
import { addEntry } from '../../notation/write.ts';
import type { FileEdit } from '../../text.ts';

export const withEntry = (task: Task, entry: NewEntry): FileEdit => ({ uri: task.document.uri, edits: [addEntry(task, entryText(entry))] });
