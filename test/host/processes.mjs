// Ending processes together with all that they started.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * Makes signals end this process by `exit`, where servers, browsers and temporary folders are ended with it.
 * `code`: the exit code, for one that is meant to be ended so; without it the usual one of the signal.
 */
export function exitOnSignals(code) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      console.error(`Ended by ${signal}.`);
      process.exit(code ?? 128 + constants.signals[signal]);
    });
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Kills a process that leads a group, its group, and its descendants in whatever groups they are. */
export function killTree(pid) {
  for (const victim of [...descendants(pid), -pid]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

function descendants(root) {
  const found = [root];
  const processes = listProcesses();
  // The list grows while it is walked: children, then their children.
  for (const parent of found) {
    for (const process of processes) {
      if (process.parent === parent) found.push(process.pid);
    }
  }
  return found.slice(1);
}

/** @returns {{ pid: number, parent: number }[]} */
function listProcesses() {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
      try {
        // "123 (name, which may hold spaces and brackets) S 45 …": the state, then the parent.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return []; // it ended while we looked
      }
    });
  }
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n').map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return { pid, parent };
  });
}
