import { fetchColumns } from '../columns';
import { num } from '../format';
import { onPrint } from '../print';
import { onTheme, token } from '../tokens';
import { echarts } from './sweepEcharts';
import { rangeOf } from './sweepRanges';

export interface LineAxis {
  /** Its column. */
  column: string;
  /** What stands over it. */
  name: string;
  /** A parameter's values as they are written; null for a figure. */
  texts: string[] | null;
  /** Fractions that are shown as percent. */
  percent: boolean;
  /** Less is better, so it stands higher. */
  inverse: boolean;
}

export interface LineOptions {
  url: string;
  axes: LineAxis[];
  /** Runs above this place are the kept ones. */
  kept: number;
  /** The chosen run. */
  row: number;
}

interface Page {
  invokeMethodAsync(name: 'Ranged', column: string, low: string | null, high: string | null): Promise<void>;
}

const percent = (value: number): string => `${num(value, 0)}%`;
const plain = (value: number): string => num(value, Number.isInteger(value) ? 0 : 1);

type Interval = [number, number];

/** Each run a line over the parameters and what it came to; a range drawn on an axis keeps the lines that pass through it. */
export class LineChart {
  private readonly chart: echarts.ECharts;
  private readonly ends: (() => void)[] = [];
  private rows: Float64Array = new Float64Array();
  private values: number[][] = [];

  constructor(element: HTMLElement, private options: LineOptions, private readonly page: Page) {
    this.chart = echarts.init(element, null, { renderer: 'canvas' });
    const sized = new ResizeObserver(() => {
      this.chart.resize();
      this.draw();
    });
    sized.observe(element);
    this.ends.push(() => sized.disconnect(), onTheme(() => this.draw()), onPrint(element, () => this.chart.renderToCanvas({ pixelRatio: 2 })));
    this.chart.on('axisareaselected', (event) => this.ranged(event as { parallelAxisId?: string; intervals?: Interval[] }));
  }

  async start(): Promise<void> {
    const url = this.options.url;
    const columns = await fetchColumns(url);
    if (url !== this.options.url) {
      return;
    }
    this.rows = columns.column('row');
    const parts = this.options.axes.map((one) => columns.column(one.column));
    this.values = Array.from(this.rows, (_, i) => parts.map((part, at) =>
      this.options.axes[at]!.percent ? part[i]! * 100 : part[i]!));
    this.draw();
  }

  show(options: LineOptions): void {
    const isOther = options.url !== this.options.url;
    this.options = options;
    if (isOther) {
      // Of many runs some are drawn; the chosen one always is.
      void this.start();
    } else {
      this.draw();
    }
  }

  dispose(): void {
    this.ends.forEach((end) => end());
    this.chart.dispose();
  }

  private ranged({ parallelAxisId, intervals }: { parallelAxisId?: string; intervals?: Interval[] }): void {
    const axis = this.options.axes[Number(parallelAxisId)];
    if (axis) {
      const range = rangeOf(axis, intervals ?? []);
      void this.page.invokeMethodAsync('Ranged', axis.column, range?.[0] ?? null, range?.[1] ?? null);
    }
  }

  private draw(): void {
    if (this.rows.length === 0) {
      return;
    }
    const { axes, kept, row } = this.options;
    const lines = (wanted: (place: number) => boolean): (number | string)[][] => this.values
      .filter((_, i) => wanted(this.rows[i]!)).map((line) => line.map((value) => (Number.isFinite(value) ? value : '-')));
    const style = (color: string, width: number, opacity: number, data: (number | string)[][], z: number): object => ({
      type: 'parallel', data, z, silent: true, inactiveOpacity: 0.03, activeOpacity: opacity, progressive: 400,
      lineStyle: { color: token(color), width, opacity }, emphasis: { disabled: true },
    });
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: token('font-ui') },
      parallel: {
        left: 40, right: 46, top: 34, bottom: 16,
        parallelAxisDefault: {
          nameTextStyle: { color: token('text-2'), fontSize: 11 }, nameGap: 12, realtime: false,
          axisLine: { lineStyle: { color: token('line-strong') } }, axisTick: { show: false },
          axisLabel: { color: token('text-2'), fontSize: 10, textBorderColor: token('surface-1'), textBorderWidth: 3, hideOverlap: true },
          areaSelectStyle: { width: 20, color: token('accent'), borderColor: token('accent'), opacity: 0.25 },
        },
      },
      parallelAxis: axes.map((one, dim) => ({
        id: String(dim), dim, name: one.name, inverse: one.inverse, nameLocation: one.inverse ? 'start' : 'end',
        ...(one.texts
          ? { type: 'category', data: one.texts }
          : { type: 'value', scale: true, splitNumber: 4, axisLabel: { formatter: one.percent ? percent : plain } }),
      })),
      series: [
        style('control-line', 1, Math.min(0.7, Math.max(0.16, 60 / this.rows.length)), lines((place) => place >= kept && place !== row), 1),
        style('s1', 1.1, 0.5, lines((place) => place < kept && place !== row), 2),
        style('text', 2.2, 1, lines((place) => place === row), 3),
      ],
    }, { replaceMerge: ['series'] });
  }
}

/** Makes the lines of a sweep in an element. */
export function createLines(element: HTMLElement, options: LineOptions, page: Page): LineChart {
  const chart = new LineChart(element, options, page);
  void chart.start();
  return chart;
}
