const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

const places: Record<string, string> = { o: '', s: 'strategies', b: 'backtests', n: 'backtests/new', d: 'data' };
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

/** Keys that hold on every page. */
export function startKeys(): void {
  let last = '';
  let lastAt = 0;
  document.addEventListener('keydown', (event) => {
    const filter = document.querySelector<HTMLInputElement>('[data-filter]');
    if (event.key === 'Escape' && filter && event.target === filter) {
      filter.blur();
      return;
    }
    const meaning = meaningOf(event, isTyping(event.target), performance.now() - lastAt < chordMillis ? last : '');
    [last, lastAt] = [isTyping(event.target) ? '' : event.key.toLowerCase(), performance.now()];
    if (meaning?.startsWith('open:')) {
      document.querySelector<HTMLElement>(`[data-open="${meaning.slice(5)}"]`)?.click();
    } else if (meaning?.startsWith('go:')) {
      (window as unknown as { Blazor?: { navigateTo(address: string): void } }).Blazor?.navigateTo(meaning.slice(3));
    } else if (meaning === 'filter' && filter) {
      filter.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}
