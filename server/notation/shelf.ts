/**
 * What was read of a note takes several times the room of its text, and of most of many notes nobody asks for it again. So it
 * is lent to whoever reads them, and afterwards read again from the text when somebody asks again, which takes some millionths
 * of a second a line. All of it is let go of soon: what is garbage while it is young costs next to nothing.
 */
export interface Shelved {
  readonly text: string;
  letGo(): void;
}

/** UTF-16 units: a hundred notes of a screen or two each. */
const much = 500_000;

/** Of more than a thousand notes; read, that is some thirty megabytes. */
const tooMuch = 8_000_000;

export class Shelf {
  private lent: Shelved[] = [];
  private length = 0;

  lend(item: Shelved): void {
    this.lent.push(item);
    this.length += item.text.length;
  }

  /** Whether so much is lent that it is time to take it back. */
  get isMuchLent(): boolean {
    return this.length > much;
  }

  /** Takes it back only when it is very much: what was asked for a moment ago is likely to be asked for again. */
  tidy(): void {
    if (this.length > tooMuch) this.takeBack();
  }

  /** Takes back what is lent. To be called where nobody is in the middle of something: the same text read again gives other objects. */
  takeBack(): void {
    if (this.lent.length === 0) return;
    for (const item of this.lent) item.letGo();
    this.lent = [];
    this.length = 0;
  }
}
