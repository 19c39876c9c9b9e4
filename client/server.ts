/** The language server, seen from VS Code: started when it is first needed, and again when it is told to. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { startedKey } from '../server/commands.ts';
import type * as languageClient from './languageClient.ts';

export class Server {
  private client: LanguageClient | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** Starts the server if it has not been started. One that crashes is started again by the library. */
  async start(): Promise<LanguageClient> {
    if (this.client) return this.client;
    // A bundle of its own, by a name that the bundler does not follow: reading it takes 15 ms, which nobody without notes
    // should have to spend.
    const bundle = `${__dirname}/languageClient.js`;
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { createLanguageClient } = require(bundle) as typeof languageClient;
    this.client = createLanguageClient(this.context);
    void vscode.commands.executeCommand('setContext', startedKey, true);
    await this.client.start();
    return this.client;
  }

  async restart(): Promise<void> {
    if (this.client) await this.client.restart();
    else await this.start();
  }

  async showOutput(): Promise<void> {
    (await this.start()).outputChannel.show();
  }

  async stop(): Promise<void> {
    await this.client?.stop();
  }
}
