/** All actions on folders. A new one is a file here, its name in protocol.ts, and a line in this list. */
import type { FolderActionName } from '../../protocol.ts';
import { fixAll } from './fixAll.ts';
import type { FolderAction } from './folderAction.ts';
import { handOver } from './handOver.ts';
import { newFunction } from './newFunction.ts';
import { newOneOff } from './newOneOff.ts';

export const folderActions: Readonly<Record<FolderActionName, FolderAction>> = { newFunction, newOneOff, handOver, fixAll };
