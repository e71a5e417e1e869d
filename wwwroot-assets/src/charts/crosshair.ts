/** One crosshair for all charts of a page: who moves it tells the time under it, the others follow. */

type Listener = (millis: number | null) => void;

const listeners = new Map<object, Listener>();

/** Follows the crosshair of the other charts; the returned function ends it. */
export function followCrosshair(owner: object, listener: Listener): () => void {
  listeners.set(owner, listener);
  return () => {
    listeners.delete(owner);
  };
}

/** Tells the others where the crosshair is; null when it has left. */
export function moveCrosshair(owner: object, millis: number | null): void {
  for (const [other, listener] of listeners) {
    if (other !== owner) {
      listener(millis);
    }
  }
}

/** The index of the last value at or before `at` in rising order; -1 before the first. */
export function indexAt(values: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
