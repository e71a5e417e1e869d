/**
 * Takes the focus to the title of a page that was gone to, so that it is read out and Tab starts there; where the reader has gone
 * into the page meanwhile, the focus stays with the reader.
 */
export function focusTitle(): void {
  if (!document.getElementById('main')?.contains(document.activeElement)) {
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
}
