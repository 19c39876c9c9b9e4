/** Shows how far the notes of the folders have been read and checked, with a button that stops it. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { Root } from './roots.ts';

/** Milliseconds between two reports. */
const interval = 200;

export class ReadingProgress {
  private readonly counts = new Map<Root, number>();
  private reporter: WorkDoneProgressServerReporter | undefined;
  private isDone = false;
  private told = 0;

  constructor(
    connection: Connection,
    private readonly host: Host,
    stop: () => void,
  ) {
    void this.begin(connection, stop);
  }

  private async begin(connection: Connection, stop: () => void): Promise<void> {
    try {
      const reporter = await connection.window.createWorkDoneProgress();
      reporter.begin('Reading task delegation notes', undefined, undefined, true);
      reporter.token.onCancellationRequested(stop);
      if (this.isDone) reporter.done();
      this.reporter = reporter;
    } catch (error) {
      connection.console.error(`Showing progress: ${String(error)}`);
    }
  }

  /** So many notes of a folder have been read. */
  read(root: Root, count: number): void {
    this.counts.set(root, count);
    const now = this.host.now().getTime();
    if (now - this.told < interval) return;
    this.told = now;
    const sum = [...this.counts.values()].reduce((total, each) => total + each, 0);
    this.reporter?.report(`${sum.toLocaleString('en')} notes`);
  }

  done(): void {
    this.isDone = true;
    this.reporter?.done();
  }
}
