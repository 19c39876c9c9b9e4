/** People to choose from. */
import { peopleByLoad } from '../../model/load.ts';
import type { OptionChoice } from '../../protocol.ts';
import { personChoice } from '../people.ts';
import type { FolderPlace } from './folderAction.ts';

/** Those who are there, the least loaded first. */
export const leastLoaded = (context: FolderPlace, without?: string): OptionChoice[] =>
  peopleByLoad(context.folder, context.today, without).map(({ handle }) => personChoice(handle, context));
