/** Where a browser keeps a few texts; null where it keeps none. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

const prefix = 'neurotrade-unsent:';

/** What was typed and has not reached the server: the browser keeps it until it has, also when the page is closed. */
export class Unsent {
  private readonly key: string;

  constructor(name: string, private readonly shelf: Shelf) {
    this.key = prefix + name;
  }

  /** What is on its way; null where nothing is. */
  text(): string | null {
    return this.attempt((shelf) => shelf.getItem(this.key)) ?? null;
  }

  keep(text: string): void {
    this.attempt((shelf) => shelf.setItem(this.key, text));
  }

  /** A text has reached the server; what was typed after it stays. */
  sent(text: string): void {
    if (this.text() === text) {
      this.attempt((shelf) => shelf.removeItem(this.key));
    }
  }

  // A full or forbidden shelf is no reason to stop typing.
  private attempt<T>(act: (shelf: NonNullable<Shelf>) => T): T | undefined {
    try {
      return this.shelf ? act(this.shelf) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** This browser's shelf; asking for it may be forbidden. */
export function browserShelf(): Shelf {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
