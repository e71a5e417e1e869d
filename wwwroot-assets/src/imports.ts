interface Sent {
  readonly id: number;
  readonly file: Blob;
}

// Tells the server which files come one after the other: once one is cut off, it expects none of the others.
function nameOfThisTab(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('');
}

/** How a browser sends files: fetch, or what stands for it in a test. */
export type Send = (address: string, request: RequestInit) => Promise<Pick<Response, 'ok' | 'json' | 'text'>>;

/** Sends files to the server one after the other; they go on while pages of ours come and go. */
export class Imports {
  private sending: Promise<void> = Promise.resolve();
  private left = 0;
  private readonly sender = nameOfThisTab();

  constructor(private readonly send: Send) {}

  /** Whether leaving the site now would lose something. */
  get isBusy(): boolean {
    return this.left > 0;
  }

  /** Announces files and queues those that the server wants; gives what the server has against it, or nothing. */
  async take(files: readonly File[], exchange: string): Promise<string> {
    this.left += files.length;
    let wanted: Sent[] = [];
    try {
      const answer = await this.send('api/imports', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ exchange, sender: this.sender, files: files.map(({ name, size }) => ({ name, size })) }),
      });
      if (!answer.ok) {
        return `Nothing was imported: ${await answer.text()}.`;
      }
      const ids = (await answer.json()) as (number | null)[];
      wanted = files.flatMap((file, i) => (typeof ids[i] === 'number' ? [{ id: ids[i], file }] : []));
    } catch {
      return 'Nothing was imported: the server does not answer.';
    } finally {
      this.left -= files.length - wanted.length;
    }
    for (const one of wanted) {
      this.sending = this.sending.then(() => this.sendOne(one));
    }
    return '';
  }

  /** Until everything is sent. */
  async done(): Promise<void> {
    await this.sending;
  }

  // What the server makes of a file it tells on the page; here the next one is sent either way.
  private async sendOne({ id, file }: Sent): Promise<void> {
    try {
      await this.send(`api/imports/${id}`, { method: 'PUT', body: file });
    } catch {
      // Cut off, or not wanted any more: the server knows which.
    } finally {
      this.left -= 1;
    }
  }
}

/** What is chosen in, or dropped on, a field marked `data-import` is sent; its value is the exchange. */
export function startImports(): void {
  const imports = new Imports((address, request) => fetch(address, request));
  document.addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.dataset.import === undefined || !field.files?.length) {
      return;
    }
    const files = [...field.files];
    field.value = '';
    void imports.take(files, field.dataset.import).then((against) => {
      const note = document.querySelector('[data-import-note]');
      if (note) {
        note.textContent = against;
      }
    });
  });
  window.addEventListener('beforeunload', (event) => {
    if (imports.isBusy) {
      event.preventDefault();
    }
  });
}
