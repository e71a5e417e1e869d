import type { LineAxis } from './sweepLines';

/**
 * What a range drawn on an axis keeps, as a filter has it: from the lowest to the highest, an end that keeps all is left out;
 * null where nothing is drawn or all is kept.
 */
export function rangeOf(
  axis: Pick<LineAxis, 'texts' | 'percent'>, intervals: readonly (readonly [number, number])[]): [string | null, string | null] | null {
  if (intervals.length === 0) {
    return null;
  }
  const [low, high] = [Math.min(...intervals.map(([from]) => from)), Math.max(...intervals.map(([, to]) => to))];
  if (!axis.texts) {
    const unit = axis.percent ? '%' : '';
    return [`${plain(low)}${unit}`, `${plain(high)}${unit}`];
  }
  const last = axis.texts.length - 1;
  const [first, end] = [Math.max(0, Math.ceil(low)), Math.min(last, Math.floor(high))];
  if (first > end) {
    return null;
  }
  const range: [string | null, string | null] = [first > 0 ? axis.texts[first]! : null, end < last ? axis.texts[end]! : null];
  return range[0] === null && range[1] === null ? null : range;
}

// Four digits tell what a hand has drawn; never in powers of ten, which a filter does not read.
function plain(value: number): string {
  const digits = value === 0 ? 0 : Math.min(8, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toFixed(digits).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
