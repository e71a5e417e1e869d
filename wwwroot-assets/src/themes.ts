export type Theme = 'dark' | 'light';

/** The theme kept in a cookie string, or null where none was chosen. */
export function readTheme(cookies: string): Theme | null {
  const found = /(?:^|;\s*)neurotrade-theme=(dark|light)(?:;|$)/.exec(cookies);
  return (found?.[1] as Theme | undefined) ?? null;
}

/** What the system prefers; dark where it does not say. */
export function preferredTheme(): Theme {
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Shows a theme without keeping it. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Shows the other theme and keeps the choice for a year. */
export function toggleTheme(): void {
  const next: Theme = document.documentElement.dataset.theme === 'light' ? 'dark' : 'light';
  showTheme(next);
  document.cookie = `neurotrade-theme=${next}; path=/; max-age=31536000; samesite=lax`;
}
