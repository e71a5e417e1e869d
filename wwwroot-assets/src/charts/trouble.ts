import { backEvent } from '../circuit';

/** What a chart could not get, told where it would stand, with a button that tries again; the server's return does so too. */
export class Trouble {
  private readonly box = Object.assign(document.createElement('div'), { className: 'chart-trouble' });
  private readonly role: string | null;
  private again: (() => void) | null = null;

  constructor(private readonly element: HTMLElement) {
    this.role = element.getAttribute('role');
    this.box.setAttribute('role', 'alert');
    document.addEventListener(backEvent, this.retry);
  }

  /** Tells what failed and why; `again` is tried once, on demand. */
  tell(what: string, error: unknown, again: () => void): void {
    const text = Object.assign(document.createElement('span'), { textContent: `${what}: ${error instanceof Error ? error.message : error}` });
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn sm', textContent: 'Try again' });
    button.addEventListener('click', this.retry);
    this.again = again;
    this.box.replaceChildren(text, button);
    this.element.append(this.box);
    // An image has no parts, as far as those know who do not see it.
    if (this.role === 'img') {
      this.element.setAttribute('role', 'group');
    }
  }

  /** All is well again. */
  clear(): void {
    this.again = null;
    this.box.remove();
    if (this.role) {
      this.element.setAttribute('role', this.role);
    }
  }

  end(): void {
    document.removeEventListener(backEvent, this.retry);
    this.box.remove();
  }

  private readonly retry = (): void => {
    const { again } = this;
    if (again) {
      this.clear();
      again();
    }
  };
}
