/**
 * The protocol over standard input and output. The library writes a message in two parts, of which each takes a call of the
 * system and wakes the editor; that takes longer than most answers. So here it is written in one.
 */
import { AbstractMessageWriter, type Connection, createConnection, type Message, type MessageWriter, StreamMessageReader } from 'vscode-languageserver/node';

export function stdioConnection(): Connection {
  const connection = createConnection(new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout));
  let isOver = false;
  connection.onShutdown(() => void (isOver = true));
  // An editor that is gone without having said so leaves nobody to answer.
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(isOver ? 0 : 1));
  // Between the messages there is no room for anything else.
  // eslint-disable-next-line no-console -- it is turned away from where the messages go
  console.log = console.info = console.debug = console.error;
  return connection;
}

class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private errorCount = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.errorCount);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
