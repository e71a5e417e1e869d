import { num, value as figure } from '../format';

/** What an objective's values are. */
export type ScoreUnit = 'ratio' | 'percent' | 'value';

/** An objective's value as pages write it. */
export const scoreText = (unit: ScoreUnit, value: number): string =>
  unit === 'ratio' ? num(value) : unit === 'percent' ? `${num(value * 100, 1)}%` : figure(value);

/** The cells of a heat map, and which of them an arrow leads to. */

export interface Cell {
  x: number;
  y: number;
  /** NaN where the runs have no objective. */
  value: number;
  /** The run that the cell stands for: the best in it. */
  row: number;
  /** How many runs lie in it. */
  count: number;
}

/** The lowest and the highest value that the colours tell apart; what few cells fall far below is as the lowest. */
export function scaleOf(values: readonly number[]): [number, number] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) {
    return [0, 1];
  }
  const low = sorted[Math.floor(sorted.length * 0.02)]!;
  const high = sorted[sorted.length - 1]!;
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}

/** Whether what is written on a cell must be dark; `share` is where its value lies on the scale. */
export const isInkDark = (share: number, theme: string): boolean => (theme === 'light' ? share < 0.65 : share > 0.58);

const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The nearest cell in an arrow's direction, before all in the same line; null where there is none, or the key is no arrow. */
export function cellBeside(cells: readonly Cell[], from: Cell, key: string): Cell | null {
  const step = steps[key];
  if (!step) {
    return null;
  }
  let found: Cell | null = null;
  let least = Infinity;
  for (const cell of cells) {
    const along = (cell.x - from.x) * step[0] + (cell.y - from.y) * step[1];
    const aside = Math.abs((cell.x - from.x) * step[1]) + Math.abs((cell.y - from.y) * step[0]);
    const distance = along + aside * 1000;
    if (along > 0 && distance < least) {
      [found, least] = [cell, distance];
    }
  }
  return found;
}
