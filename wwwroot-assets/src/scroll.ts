/** Whether a call that scrolls to the top is one that would lose the place on a page that is still the same. */
export function losesPlace(x: unknown, y: unknown, path: string, shown: string): boolean {
  return x === 0 && y === 0 && path === shown;
}

/** A page keeps its place where only its query changes: Blazor scrolls to the top after every navigation. */
export function keepPlace(): void {
  const scroll = window.scrollTo.bind(window) as (...args: unknown[]) => void;
  let shown = location.pathname;
  window.scrollTo = ((...args: unknown[]): void => {
    if (!losesPlace(args[0], args[1], location.pathname, shown)) {
      scroll(...args);
    }
    shown = location.pathname;
  }) as typeof window.scrollTo;

  // Going back, the browser itself finds the place.
  window.addEventListener('popstate', () => { shown = location.pathname; });
}
