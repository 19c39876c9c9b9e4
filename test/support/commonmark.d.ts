/** As much of the library as the tests use; it comes without types. */
declare module 'commonmark' {
  export class Parser {
    inlineParser: { parse: () => void };
    blocks: Record<string, object> & { document: object };
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    parse(text: string): any;
  }
}
