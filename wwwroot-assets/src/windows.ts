/** Which rows of a long series a chart holds, and when it must ask for others. Rows count from 0. */

export interface Rows {
  /** First row; may lie between rows while panning. */
  from: number;
  /** One past the last row. */
  to: number;
}

export interface Loaded extends Rows {
  /** Rows for each value. */
  stride: number;
}

export interface Request extends Rows {
  /** The most values that the answer may hold. */
  points: number;
}

/** More is never asked for, however wide the screen. */
export const mostPoints = 12_000;

/** Rows for each value so that at most `points` values come: a power of two, so that buckets do not wander. */
export function strideOf(rows: number, points: number): number {
  let stride = 1;
  while (rows > points * stride) {
    stride *= 2;
  }
  return stride;
}

/** Pixels for each candle: with its high and its low that is a point a pixel. */
export const pixelsPerCandle = 2;

/** What to ask for so that `width` pixels show `visible`, with as much again on either side to pan into. */
export function requestFor(visible: Rows, width: number, total: number): Request {
  const span = Math.max(1, visible.to - visible.from);
  const to = Math.min(total, Math.ceil(visible.to + span));
  const from = Math.max(0, Math.min(Math.floor(visible.from - span), to - 1));
  const points = Math.ceil(Math.max(64, width / pixelsPerCandle) * ((to - from) / span));
  return { from, to, points: Math.max(1, Math.min(mostPoints, points)) };
}

/** The first and the last value that show these rows, counted from the first value held; never the wrong way round. */
export function valuesOf(rows: Rows, loaded: Loaded): { first: number; last: number } {
  const first = (rows.from - loaded.from) / loaded.stride;
  return { first, last: Math.max(first, (rows.to - loaded.from) / loaded.stride - 1) };
}

/** Whether what is held is fine enough, not needlessly fine, and reaches far enough around what is seen. */
export function suffices(visible: Rows, loaded: Loaded, width: number, total: number): boolean {
  const seen = { from: Math.max(0, visible.from), to: Math.min(total, visible.to) };
  const margin = (visible.to - visible.from) / 4;
  const reaches = (loaded.from === 0 || loaded.from <= seen.from - margin)
    && (loaded.to >= total || loaded.to >= seen.to + margin);
  const wanted = requestFor(visible, width, total);
  const best = strideOf(wanted.to - wanted.from, wanted.points);
  return reaches && loaded.stride <= best && loaded.stride * 4 > best;
}
