import type { Columns } from '../columns';
import { minute, num, signed } from '../format';

const span = (className: string, text: string): HTMLElement =>
  Object.assign(document.createElement('span'), { className, textContent: text });

export interface LegendLine {
  name: string;
  color: string;
  text: string;
}

/** Writes a candle's time, prices and change into the chart's corner. */
export function drawLegend(element: HTMLElement, columns: Columns, index: number, digits: number, lines: LegendLine[]): void {
  const figure = (name: string): string => num(columns.column(name)[index], digits);
  const [open, close] = [columns.column('open')[index]!, columns.column('close')[index]!];
  const { stride } = columns.header;
  element.replaceChildren(
    span('wide', `${minute(columns.column('time')[index]!)}  O ${figure('open')} H ${figure('high')} L ${figure('low')} `),
    `C ${figure('close')} `,
    span(close > open ? 'gain' : close < open ? 'loss' : '', signed((close / open - 1) * 100, 2, '%')),
    stride > 1 ? ` · ${num(stride, 0)} bars each` : '',
    legendRow(lines));
}

/** Names and figures in the colours of their lines. */
export function legendRow(lines: LegendLine[]): HTMLElement {
  const row = span('chart-legend-row', '');
  for (const { name, color, text } of lines) {
    const figure = span('', text);
    figure.style.color = color;
    row.append(`${name} `, figure, '  ');
  }
  return row;
}
