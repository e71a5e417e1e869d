const formatted = (now: Date): string => `${now.toISOString().slice(11, 19)} UTC`;

/** Writes the time of day, UTC, into every element marked `data-clock`, as it changes. */
export function startClock(): void {
  const draw = (): void => {
    const text = formatted(new Date());
    document.querySelectorAll('[data-clock]').forEach((element) => {
      if (element.textContent !== text) {
        element.textContent = text;
      }
    });
  };
  draw();
  // Oftener than it changes: when a page turns interactive, its elements are emptied once more.
  window.setInterval(draw, 200);
}
