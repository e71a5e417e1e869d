const shownMillis = 1200;

/** Pressing what is marked `data-copy` copies the text given there, and says so for a moment. */
export function startCopy(): void {
  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    if (!pressed) {
      return;
    }
    void navigator.clipboard.writeText(pressed.dataset.copy ?? '').then(() => {
      pressed.dataset.copied = '';
      window.setTimeout(() => delete pressed.dataset.copied, shownMillis);
    });
  });
}
