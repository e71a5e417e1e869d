const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Keys that hold on every page: `/` goes to the filter, `Esc` leaves it. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const filter = document.querySelector<HTMLInputElement>('[data-filter]');
    if (event.key === '/' && filter && !isTyping(event.target)) {
      event.preventDefault();
      filter.focus();
    } else if (event.key === 'Escape' && event.target === filter) {
      filter?.blur();
    }
  });
}
