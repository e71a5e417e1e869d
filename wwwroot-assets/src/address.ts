/** What parameters of an address are to be: all values of each, none to take it out. */
export type Changes = Record<string, string[]>;

interface Router {
  navigateTo(address: string, options: { replaceHistoryEntry: boolean }): void;
}

/** An address with other values of some parameters; everything else in it stays as it is, where it is. */
export function changed(address: string, changes: Changes): string {
  const url = new URL(address);
  const told = new Set<string>();
  const all = (name: string): string[] => {
    told.add(name);
    return changes[name]!.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  };
  const nameOf = (pair: string): string => [...new URLSearchParams(pair).keys()][0] ?? '';
  const pairs = url.search.slice(1).split('&').filter((pair) => pair !== '').flatMap((pair) => {
    const name = nameOf(pair);
    return !Object.hasOwn(changes, name) ? [pair] : told.has(name) ? [] : all(name);
  });
  const added = Object.keys(changes).filter((name) => !told.has(name)).flatMap(all);
  url.search = [...pairs, ...added].join('&');
  return url.href;
}

// Where the reader was when a link was followed that Blazor has not let go yet: a page with an unsaved text is asked first.
let leaving: string | null = null;

const router = (): Router => (window as unknown as { Blazor: Router }).Blazor;

/**
 * Changes parameters of the page's address, as it stands here and now; the server learns of it as of any navigation. A page that
 * has been left is left alone. Whether it is done: else Blazor is asking the page whether it may be left, and it is to be put again.
 */
export function put(path: string, changes: Changes, isStep: boolean): boolean {
  if (location.pathname !== path) {
    return true;
  }
  const wanted = changed(location.href, changes);
  if (wanted !== location.href && leaving !== location.href) {
    router().navigateTo(wanted, { replaceHistoryEntry: !isStep });
  }
  return wanted === location.href;
}

/** Goes to another page of the dashboard. */
export function go(address: string): void {
  leaving = new URL(address, document.baseURI).href === location.href ? null : location.href;
  router().navigateTo(address, { replaceHistoryEntry: false });
}

/** The page is not left after all. */
export function stay(): void {
  leaving = null;
}

/** Notes links that Blazor has taken into its own hands and not followed yet. */
export function startAddress(): void {
  // After Blazor, which holds back what it takes into its own hands.
  window.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && event.defaultPrevented) {
      leaving = link.href === location.href ? null : location.href;
    }
  });
}
