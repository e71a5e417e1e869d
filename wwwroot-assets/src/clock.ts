const formatted = (now: Date): string => `${now.toISOString().slice(11, 19)} UTC`;

/** Writes the time of day, UTC, into every element marked `data-clock`, once a second. */
export function startClock(): void {
  const draw = (): void => {
    const text = formatted(new Date());
    document.querySelectorAll('[data-clock]').forEach((element) => {
      element.textContent = text;
    });
  };
  draw();
  window.setInterval(draw, 1000);
}
