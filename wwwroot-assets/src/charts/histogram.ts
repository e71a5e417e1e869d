import { signed } from '../format';
import { onPrint } from '../print';
import { onTheme, token } from '../tokens';
import { echarts } from './echarts';
import { axis, axisText, tooltip } from './statTheme';

export interface HistogramOptions {
  /** Edges of the bins, fractions in rising order: one more than there are bins. */
  edges: number[];
  counts: number[];
  /** What is counted: `trades`, `days`. */
  what: string;
  /** Whether the first bin also counts what lies below it. */
  below: boolean;
  /** Whether the last bin also counts what lies above it. */
  above: boolean;
}

/** `−2.0 to 0.0%`, or `+4.0% and more` where an end is open. */
export function binText({ edges, counts, below, above }: HistogramOptions, index: number): string {
  const [low, high] = [edges[index]! * 100, edges[index + 1]! * 100];
  return below && index === 0 ? `under ${signed(high, 1, '%')}`
    : above && index === counts.length - 1 ? `${signed(low, 1, '%')} and more`
    : `${signed(low, 1)} to ${signed(high, 1, '%')}`;
}

/** How often returns of each size came: losses and gains told apart by colour and by the line at zero. */
export class Histogram {
  private readonly chart: echarts.ECharts;
  private readonly ends: (() => void)[] = [];

  constructor(element: HTMLElement, private options: HistogramOptions) {
    this.chart = echarts.init(element, null, { renderer: 'canvas' });
    const sized = new ResizeObserver(() => {
      this.chart.resize();
      this.draw();
    });
    sized.observe(element);
    this.ends.push(() => sized.disconnect(), onTheme(() => this.draw()), onPrint(element, () => {
      this.draw();
      return this.chart.renderToCanvas({ pixelRatio: 2 });
    }));
  }

  show(options: HistogramOptions): void {
    this.options = options;
    this.draw();
  }

  dispose(): void {
    this.ends.forEach((end) => end());
    this.chart.dispose();
  }

  private draw(): void {
    const { edges, counts, what } = this.options;
    if (counts.length === 0) {
      this.chart.clear();
      return;
    }
    const [from, to] = [edges[0]!, edges[edges.length - 1]!];
    const wide = Math.max(2, Math.floor(((this.chart.getWidth() - 60) / counts.length) * 0.86));
    const bars = counts.map((count, i) => {
      const middle = (edges[i]! + edges[i + 1]!) / 2;
      return { value: [middle, count], itemStyle: { color: token(middle < 0 ? 'loss-fill' : 'gain-fill'), borderRadius: [2, 2, 0, 0] } };
    });
    const text = ({ dataIndex }: { dataIndex: number }): string =>
      `${binText(this.options, dataIndex)}: ${counts[dataIndex]} ${what}`;
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: token('font-ui') },
      tooltip: { ...tooltip(), trigger: 'item', formatter: text },
      grid: { left: 18, right: 42, top: 12, bottom: 26 },
      xAxis: axis({
        type: 'value', min: from, max: to, splitLine: { show: false }, splitNumber: 6,
        axisLabel: { formatter: (value: number) => (value > 0 ? '+' : '') + axisText('percent', value) },
      }),
      yAxis: axis({ type: 'value', position: 'right', splitNumber: 3, minInterval: 1 }),
      series: [{
        type: 'bar', barWidth: wide, data: bars,
        markLine: {
          symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: token('text-2'), type: 'solid', width: 1 },
          data: from < 0 && to > 0 ? [{ xAxis: 0 }] : [],
        },
      }],
    }, { notMerge: true });
  }
}

/** Makes a histogram in an element. */
export function createHistogram(element: HTMLElement, options: HistogramOptions): Histogram {
  return new Histogram(element, options);
}
