/** The design tokens as scripts read them, and word of a change of theme. */

/** The value of `--name` in the theme shown. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Calls back after the theme has changed; the returned function ends it. */
export function onTheme(changed: () => void): () => void {
  listeners.add(changed);
  observer ??= new MutationObserver(() => listeners.forEach((listener) => listener()));
  if (listeners.size === 1) {
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) {
      observer?.disconnect();
    }
  };
}
