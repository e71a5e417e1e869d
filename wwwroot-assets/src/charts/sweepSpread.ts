import { num } from '../format';
import { onPrint } from '../print';
import { onTheme, token } from '../tokens';
import { axis, tooltip } from './statTheme';
import { scoreText, type ScoreUnit } from './sweepCells';
import { echarts } from './sweepEcharts';

export interface SpreadOptions {
  /** Edges of the bins in rising order: one more than there are bins. */
  edges: number[];
  counts: number[];
  unit: ScoreUnit;
  /** Lines across, each with its name. */
  marks: { name: string; value: number }[];
}

/** How often runs came to each size of the objective, with the best and what luck alone would give. */
export class SpreadChart {
  private readonly chart: echarts.ECharts;
  private readonly ends: (() => void)[] = [];

  constructor(element: HTMLElement, private options: SpreadOptions) {
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
    this.draw();
  }

  show(options: SpreadOptions): void {
    this.options = options;
    this.draw();
  }

  dispose(): void {
    this.ends.forEach((end) => end());
    this.chart.dispose();
  }

  private draw(): void {
    const { edges, counts, unit, marks } = this.options;
    const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 1];
    const values = marks.map((mark) => mark.value);
    const [from, to] = [Math.min(first, ...values), Math.max(last, ...values)];
    const span = to - from || 1;
    const wide = Math.max(2, Math.floor((((this.chart.getWidth() - 60) * (last - first)) / span / Math.max(1, counts.length)) * 0.86));
    const digits = span >= 100 ? 0 : span >= 4 ? 1 : 2;
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: token('font-ui') },
      tooltip: {
        ...tooltip(), trigger: 'item',
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          `${scoreText(unit, edges[dataIndex]!)} to ${scoreText(unit, edges[dataIndex + 1]!)}: ${num(counts[dataIndex], 0)} runs`,
      },
      grid: { left: 14, right: 44, top: 24, bottom: 26 },
      xAxis: axis({
        type: 'value', min: from - span * 0.04, max: to + span * 0.04, splitLine: { show: false }, splitNumber: 5,
        axisLabel: {
          showMinLabel: false, showMaxLabel: false,
          formatter: (value: number) => (unit === 'percent' ? `${num(value * 100, 0)}%` : num(value, digits)),
        },
      }),
      yAxis: axis({ type: 'value', position: 'right', splitNumber: 3, minInterval: 1 }),
      series: [{
        type: 'bar', barWidth: wide, itemStyle: { color: token('s1'), borderRadius: [2, 2, 0, 0] },
        data: counts.map((count, i) => [(edges[i]! + edges[i + 1]!) / 2, count]),
        markLine: {
          symbol: 'none', silent: true, lineStyle: { color: token('text-2'), type: 'dashed', width: 1 },
          label: { color: token('text-2'), fontSize: 11, formatter: ({ name }: { name: string }) => name },
          data: marks.map(({ name, value }) => ({ name, xAxis: value })),
        },
      }],
    }, { notMerge: true });
  }
}

/** Makes the spread of an objective in an element. */
export function createSpread(element: HTMLElement, options: SpreadOptions): SpreadChart {
  return new SpreadChart(element, options);
}
