import { go } from './address';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

const places: Record<string, string> = { o: '', s: 'strategies', b: 'backtests', n: 'backtests/new', p: 'optimise', d: 'data' };
const chordMillis = 1200;

/** What a key means on every page; null: nothing of ours. `after` is the key that was pressed just before. */
export function meaningOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, typing: boolean, after: string): string | null {
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey && key === 'k') {
    return 'open:find';
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing) {
    return null;
  }
  if (after === 'g' && key in places) {
    return `go:${places[key]}`;
  }
  return key === '?' ? 'open:keys' : key === '/' ? 'filter' : null;
}

/** The name under which a control of the page waits for a key (`data-key`); null where keys are not for controls. */
export function controlKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, typing: boolean): string | null {
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return null;
  }
  return event.key === 'Escape' ? event.key : /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null;
}

/** Keys of a price chart that hold wherever the focus is not needed for something else. */
export const chartKeys = ['ArrowLeft', 'ArrowRight', 'f', 'F', '+', '-', '='];

// Presses what waits for a key: in the panel in focus, else the first on the page. A region is gone to.
function press(key: string, target: EventTarget | null): boolean {
  const panel = target instanceof Element ? target.closest('.panel') : null;
  const search = `[data-key="${key}"]:not(:disabled)`;
  const inside = Array.from(panel?.querySelectorAll<HTMLElement>(search) ?? []);
  const found = inside.length > 0 ? inside : Array.from(document.querySelectorAll<HTMLElement>(search));
  const button = found.find((element) => element instanceof HTMLButtonElement);
  button?.click();
  found.find((element) => element !== button && !(element instanceof HTMLButtonElement))?.focus();
  if (button && key === 'Escape') {
    // What closes gives the focus back to the chart that it belongs to.
    document.querySelector<HTMLElement>('[data-chart-keys]')?.focus({ preventScroll: true });
  }
  return found.length > 0;
}

// Hands a key to the page's price chart.
function steer(event: KeyboardEvent): boolean {
  const chart = document.querySelector<HTMLElement>('[data-chart-keys]');
  const holds = event.target instanceof Element && event.target.closest('[role="listbox"], [role="tablist"], [role="slider"], [role="menu"]');
  if (!chart || holds || !chartKeys.includes(event.key)) {
    return false;
  }
  chart.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, shiftKey: event.shiftKey }));
  return true;
}

const isAsking = (): boolean => document.querySelector('dialog[open]') !== null;

/** Keys that hold on every page. */
export function startKeys(): void {
  let last = '';
  let lastAt = 0;
  document.addEventListener('keydown', (event) => {
    // What lies behind a question is out of reach.
    const filter = isAsking() ? null : document.querySelector<HTMLInputElement>('[data-filter]');
    if (event.key === 'Escape' && filter && event.target === filter) {
      filter.blur();
      return;
    }
    const meaning = meaningOf(event, isTyping(event.target), performance.now() - lastAt < chordMillis ? last : '');
    [last, lastAt] = [isTyping(event.target) ? '' : event.key.toLowerCase(), performance.now()];
    if (meaning?.startsWith('open:')) {
      document.querySelector<HTMLElement>(`[data-open="${meaning.slice(5)}"]`)?.click();
    } else if (meaning?.startsWith('go:')) {
      go(meaning.slice(3));
    } else if (meaning === 'filter' && filter) {
      filter.focus();
    } else {
      const typing = isTyping(event.target);
      const name = event.defaultPrevented || isAsking() ? null : controlKey(event, typing);
      const isTaken = (name !== null && press(name, event.target))
        || (!typing && !event.defaultPrevented && !isAsking() && !event.ctrlKey && !event.metaKey && !event.altKey && steer(event));
      if (!isTaken) {
        return;
      }
    }
    event.preventDefault();
  });
}
