import { indexAt } from './crosshair';

export type PriceAction =
  | { kind: 'bar'; step: -1 | 1 }
  | { kind: 'trade'; step: -1 | 1 }
  | { kind: 'zoom'; factor: number }
  | { kind: 'fit' };

/** What a key does while a price chart has the focus; null: nothing of ours. */
export function actionOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): PriceAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return { kind: event.shiftKey ? 'trade' : 'bar', step: event.key === 'ArrowLeft' ? -1 : 1 };
    case '+':
    case '=':
      return { kind: 'zoom', factor: 0.5 };
    case '-':
      return { kind: 'zoom', factor: 2 };
    case 'f':
    case 'F':
      return { kind: 'fit' };
    default:
      return null;
  }
}

/** The nearest of the rows in rising order before or after a row; without one, the first or the last. */
export function rowBeside(rows: ArrayLike<number>, row: number | null, step: -1 | 1): number | null {
  const here = row ?? (step > 0 ? -Infinity : Infinity);
  let found = indexAt(rows, here) + (step > 0 ? 1 : 0);
  // Several trades may have begun at one row.
  while (step < 0 && rows[found] === here) {
    found--;
  }
  return rows[found] ?? null;
}
