/** How it stands with the server: reached; lost, and being tried again; given up; or another server that knows nothing of the page. */
export type Circuit = 'up' | 'lost' | 'given-up' | 'gone';

/** Told to the document when the server is reached again, so that parts that hold something tell it once more. */
export const backEvent = 'neurotrade:back';

/** A word to the server that need not be waited for; one that is lost with the connection is told again when it is back. */
export function tell(word: Promise<unknown>): void {
  word.catch((error: unknown) => {
    if (!document.documentElement.hasAttribute('data-offline')) {
      throw error;
    }
  });
}

/** Words of one kind, of which only the last counts: told again when the server is back, where it was lost. */
export function lastWord<T>(say: (value: T) => Promise<unknown>): { tell(value: T): void; end(): void } {
  let untold: { value: T } | null = null;
  const send = (word: { value: T }): void => {
    untold = word;
    tell(say(word.value).then(() => {
      untold = untold === word ? null : untold;
    }));
  };
  const back = (): void => {
    if (untold) {
      send(untold);
    }
  };
  document.addEventListener(backEvent, back);
  return { tell: (value) => send({ value }), end: () => document.removeEventListener(backEvent, back) };
}

const quiet = '[data-action], [data-copy], .editor, .chart, #components-reconnect-modal';
const actions = 'a, button, summary, label, [role="button"], [role="switch"], [role="tab"], [role="option"], input:not([type="text"])';
const typed = 'input, select, textarea';

/** Reads it from the classes that Blazor's script puts on the strip. */
export function circuitOf(classes: Pick<DOMTokenList, 'contains'>): Circuit {
  const is = (word: string): boolean => classes.contains(`components-reconnect-${word}`);
  return is('rejected') ? 'gone' : is('failed') ? 'given-up' : is('show') ? 'lost' : 'up';
}

/** While the server is not reached the page stays readable and takes no presses; what is typed is told when it is back. */
export function startCircuit(): void {
  const strip = document.getElementById('components-reconnect-modal');
  if (!strip) {
    return;
  }
  const waiting = new Set<Element>();
  let circuit: Circuit = 'up';

  const changed = (): void => {
    const now = circuitOf(strip.classList);
    if (now === circuit) {
      return;
    }
    circuit = now;
    document.documentElement.toggleAttribute('data-offline', now !== 'up');
    if (now === 'up') {
      tellWaiting(waiting);
      document.dispatchEvent(new Event(backEvent));
    } else if (now === 'gone') {
      // A new server makes a new page; text that is typed into a strategy is kept apart from both.
      window.location.reload();
    }
  };
  new MutationObserver(changed).observe(strip, { attributes: true, attributeFilter: ['class'] });

  const hold = (event: Event): void => {
    const target = event.target;
    if (circuit === 'up' || !(target instanceof Element) || target.closest(quiet)) {
      return;
    }
    if (event.type === 'input' || event.type === 'change') {
      waiting.add(target);
      event.stopImmediatePropagation();
    } else if (event.type === 'submit' || target.closest(actions)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  ['click', 'submit', 'input', 'change'].forEach((type) => window.addEventListener(type, hold, true));
  strip.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) {
      void tryAgain();
    }
  });
}

function tellWaiting(waiting: Set<Element>): void {
  const told = [...waiting];
  waiting.clear();
  for (const element of told) {
    if (element.isConnected && element.matches(typed)) {
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

async function tryAgain(): Promise<void> {
  const { Blazor } = window as unknown as { Blazor: { reconnect(): Promise<boolean> } };
  try {
    if (!(await Blazor.reconnect())) {
      window.location.reload();
    }
  } catch {
    // Still not there: the strip stays, and the button with it.
  }
}
