import { num, short, signed } from '../format';
import { token } from '../tokens';

/** What a value axis counts. */
export type Unit = 'money' | 'percent' | 'ratio' | 'count';

/** A figure on an axis; fractions are shown as percent. */
export function axisText(unit: Unit, value: number): string {
  switch (unit) {
    case 'money':
      return short(value);
    case 'percent':
      return `${num(value * 100, Math.abs(value) > 0 && Math.abs(value) < 0.01 ? 1 : 0)}%`;
    case 'ratio':
      return num(value, Number.isInteger(value) ? 0 : 1);
    case 'count':
      return num(value, 0);
  }
}

/** A figure under the crosshair. */
export function fullText(unit: Unit, value: number): string {
  return unit === 'percent' ? signed(value * 100, 2, '%') : num(value, unit === 'count' ? 0 : 2);
}

/** An axis as all our charts have it: no line, no ticks, quiet labels. */
export function axis<T extends object>(own: T & { axisLabel?: object; splitLine?: object }): T {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    ...own,
    splitLine: { lineStyle: { color: token('grid') }, ...own.splitLine },
    axisLabel: { color: token('axis'), fontSize: 11, fontFamily: token('font-ui'), hideOverlap: true, ...own.axisLabel },
  };
}

/** The box that follows the crosshair. */
export const tooltip = (): object => ({
  trigger: 'axis',
  confine: true,
  backgroundColor: token('surface-3'),
  borderColor: token('line-strong'),
  borderWidth: 1,
  padding: [6, 10],
  textStyle: { color: token('text'), fontSize: 12, fontFamily: token('font-ui') },
  axisPointer: { type: 'line', lineStyle: { color: token('crosshair'), type: 'dashed', width: 1 } },
});
