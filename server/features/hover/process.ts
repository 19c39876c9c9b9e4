/** The hover on a process: what is linked there, how long it is, and when somebody last read it through. */
import type { NoteContext } from '../../context.ts';
import { processOf, stepsBelow } from '../../model/processes.ts';
import { lastReview } from '../../model/reviews.ts';
import { distance, weekdayAndDay } from '../../notation/dayWords.ts';
import type { Task } from '../../notation/document.ts';
import { fileName } from '../../rules/wording.ts';
import { clipped, type Line, lines, type Part, strong } from './content.ts';
import { counted } from '../../model/wording.ts';

export function processHover(task: Task, { folder, today }: NoteContext): Part[] {
  const state = processOf(task, folder);
  const review = lastReview(task, state, folder);
  const reviewed: Line = [review ? `Last reviewed ${weekdayAndDay(review.day, today)}, ${distance(review.day, today)}` : 'Nobody has marked it as reviewed yet'];
  switch (state.kind) {
    case 'found': {
      const { document, passage } = state;
      const title = passage.title === '' ? fileName(document.uri, folder) : clipped(passage.title);
      return [lines([strong(title)], [`${counted(passage.steps, 'step')}, ${counted(passage.words, 'word')}`], reviewed)];
    }
    case 'below':
      return [lines([strong('The numbered list below')], [counted(stepsBelow(task), 'step')], reviewed)];
    case 'broken':
      return state.missing === 'heading'
        ? [lines([`${fileName(state.uri, folder)} has no heading “${clipped(state.anchor, 60)}”.`])]
        : [lines([state.missing === 'file' ? `There is no file ${fileName(state.uri, folder)}.` : `${fileName(state.uri, folder)} is a folder. Link to a document in it.`])];
    case 'outside':
      return [lines(['The link leaves the workspace folder, so nothing is read there.'])];
    case 'none':
      return [lines(['No process yet: there is no numbered list in this block.'])];
    case 'unknown':
      return review ? [lines(reviewed)] : [];
  }
}
