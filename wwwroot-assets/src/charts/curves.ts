import { fetchColumns, type Columns } from '../columns';
import { day, minute } from '../format';
import { onPrint } from '../print';
import { onTheme, token } from '../tokens';
import { followCrosshair, indexAt, moveCrosshair } from './crosshair';
import { echarts } from './echarts';
import { axis, axisText, fullText, tooltip, type Unit } from './statTheme';
import { Trouble } from './trouble';

export interface Curve {
  /** Name of its columns: `NAME_time` and `NAME`, in order of time. */
  column: string;
  /** What it is called under the crosshair. */
  name: string;
  /** Name of a token. */
  color: string;
  width: number;
  /** How the line is drawn, so that many are told apart by more than colour: `solid dashed dotted dashdot`. */
  shape: string;
  /** Opacity of what is filled between the curve and zero; 0 for a line alone. */
  fill: number;
}

export interface Panel {
  unit: Unit;
  /** Share of the height. */
  share: number;
  /** Whether the axis may leave zero out. */
  floats: boolean;
  /** A line across at this value, or null. */
  level: number | null;
  curves: Curve[];
}

export interface CurveOptions {
  /** Where the curves come from: `points`, and `from` and `to` in Unix milliseconds, are added. */
  url: string;
  panels: Panel[];
  log: boolean;
  /** Whether the wheel and two fingers zoom. */
  zooms: boolean;
}

type Extent = { from: number; to: number };

// Beside the curves, pixels: half a date, and the figures of the axis.
const left = 26;
const right = 58;
// A date and some air beside it, pixels.
const dateWidth = 110;
const settleMillis = 120;
const shapes: Record<string, string | number[]> = { dashed: [7, 3], dotted: [2, 3], dashdot: [8, 3, 2, 3] };

/** Curves over time in one or more panels, one above the other; fetched anew, finer, when zoomed. */
export class CurveChart {
  private readonly chart: echarts.ECharts;
  private readonly ends: (() => void)[] = [];
  private columns: Columns | null = null;
  private extent: Extent | null = null;
  private asking: AbortController | null = null;
  private timer = 0;
  private readonly trouble: Trouble;

  constructor(private readonly element: HTMLElement, private readonly options: CurveOptions) {
    this.chart = echarts.init(element, null, { renderer: 'canvas' });
    this.trouble = new Trouble(element);
    const sized = new ResizeObserver(() => this.chart.resize());
    sized.observe(element);
    this.ends.push(onPrint(element, () => {
      this.draw();
      return this.chart.renderToCanvas({ pixelRatio: 2 });
    }));
    this.ends.push(() => sized.disconnect(), onTheme(() => this.draw()), followCrosshair(this, (millis) => this.follow(millis)));
    this.chart.on('datazoom', () => this.zoomed());
    this.chart.on('updateAxisPointer', (event) => this.pointed(event as { axesInfo?: { value: number }[] }));
    this.chart.getZr().on('globalout', () => moveCrosshair(this, null));
    this.chart.getZr().on('dblclick', () => this.fit());
  }

  /** Fetches the whole run and draws it; where it cannot be had, that is told, with a way to try again. */
  async start(): Promise<void> {
    const asked = this.ask(null);
    const { signal } = this.asking!;
    try {
      this.columns = await asked;
    } catch (error) {
      if (!signal.aborted) {
        this.trouble.tell('The curves could not be loaded', error, () => void this.start());
      }
      return;
    }
    const times = this.options.panels.flatMap((panel) => panel.curves).map((curve) => this.columns!.column(`${curve.column}_time`));
    const filled = times.filter((column) => column.length > 0);
    if (filled.length > 0) {
      this.extent = { from: Math.min(...filled.map((t) => t[0]!)), to: Math.max(...filled.map((t) => t[t.length - 1]!)) };
    }
    this.draw();
  }

  setLog(log: boolean): void {
    this.options.log = log;
    this.draw();
  }

  fit(): void {
    this.chart.dispatchAction({ type: 'dataZoom', start: 0, end: 100 });
  }

  dispose(): void {
    this.asking?.abort();
    this.trouble.end();
    window.clearTimeout(this.timer);
    this.ends.forEach((end) => end());
    this.chart.dispose();
  }

  private ask(range: Extent | null): Promise<Columns> {
    this.asking?.abort();
    this.asking = new AbortController();
    const points = Math.max(100, this.element.clientWidth - left - right);
    const part = range ? `&from=${Math.floor(range.from)}&to=${Math.ceil(range.to)}` : '';
    const separator = this.options.url.includes('?') ? '&' : '?';
    return fetchColumns(`${this.options.url}${separator}points=${Math.round(points)}${part}`, this.asking.signal);
  }

  private seen(): Extent | null {
    const zoom = (this.chart.getOption() as { dataZoom?: { start: number; end: number }[] }).dataZoom?.[0];
    if (!zoom || !this.extent) {
      return null;
    }
    const { from, to } = this.extent;
    return { from: from + ((to - from) * zoom.start) / 100, to: from + ((to - from) * zoom.end) / 100 };
  }

  private zoomed(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const seen = this.seen();
      if (seen) {
        this.ask(seen).then((columns) => {
          this.columns = columns;
          this.chart.setOption({ series: this.series() });
        }, () => {
          // A newer request has taken its place, or the server is away: what is drawn stays.
        });
      }
    }, settleMillis);
  }

  private series(): object[] {
    return this.options.panels.flatMap((panel, index) => panel.curves.map((curve, k) => ({
      type: 'line',
      name: curve.name,
      xAxisIndex: index,
      yAxisIndex: index,
      showSymbol: false,
      data: pairs(this.columns!.column(`${curve.column}_time`), this.columns!.column(curve.column)),
      lineStyle: { width: curve.width, color: token(curve.color), type: shapes[curve.shape] ?? 'solid' },
      itemStyle: { color: token(curve.color) },
      ...(curve.fill > 0 ? { areaStyle: { color: token(curve.color), opacity: curve.fill } } : {}),
      ...(k === 0 && panel.level !== null ? { markLine: levelLine(panel.level) } : {}),
    })));
  }

  private draw(): void {
    if (!this.columns || !this.extent) {
      return;
    }
    const { panels, log, zooms } = this.options;
    const { from, to } = this.extent;
    const last = panels.length - 1;
    const dates = Math.max(2, Math.floor((this.element.clientWidth - left - right) / dateWidth));
    const total = panels.reduce((sum, panel) => sum + panel.share, 0);
    let above = 0;
    const grids = panels.map((panel) => {
      const top = `${(above / total) * 92 + 2}%`;
      above += panel.share;
      return { left, right, top, height: `${(panel.share / total) * 92 - 7}%` };
    });
    this.chart.setOption({
      animation: false,
      useUTC: true,
      aria: { enabled: false },
      textStyle: { fontFamily: token('font-ui') },
      tooltip: { ...tooltip(), formatter: (points: Point[]) => this.box(points) },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      grid: grids,
      xAxis: panels.map((_, i) => axis({
        type: 'time', gridIndex: i, min: from, max: to, splitNumber: dates, splitLine: { show: false },
        axisLabel: { show: i === last, formatter: (value: number) => dateText(value, this.seen() ?? { from, to }) },
      })),
      yAxis: panels.map((panel, i) => axis({
        type: log && i === 0 ? 'log' : 'value', gridIndex: i, position: 'right', scale: panel.floats,
        splitNumber: panel.share < total / 2 ? 2 : 4,
        axisLabel: { formatter: (value: number) => axisText(panel.unit, value) },
      })),
      dataZoom: zooms ? [{ type: 'inside', xAxisIndex: panels.map((_, i) => i), filterMode: 'none', minValueSpan: 3_600_000 }] : [],
      series: this.series(),
    }, { replaceMerge: ['series', 'xAxis', 'yAxis', 'grid'] });
  }

  private box(points: Point[]): HTMLElement {
    const box = document.createElement('div');
    box.append(Object.assign(document.createElement('div'), { textContent: minute(points[0]!.value[0]), className: 't3' }));
    for (const { seriesName, value, seriesIndex } of points) {
      const panel = this.panelOf(seriesIndex);
      const row = Object.assign(document.createElement('div'), { className: 'chart-tip-row' });
      row.append(seriesName, Object.assign(document.createElement('b'), { textContent: fullText(panel.unit, value[1]) }));
      box.append(row);
    }
    return box;
  }

  private panelOf(index: number): Panel {
    const panels = this.options.panels.flatMap((panel) => panel.curves.map(() => panel));
    return panels[index]!;
  }

  private pointed(event: { axesInfo?: { value: number }[] }): void {
    const at = event.axesInfo?.[0]?.value;
    // What other charts tell this one to show is not told on.
    if (typeof at === 'number' && this.element.matches(':hover')) {
      moveCrosshair(this, at);
    }
  }

  private follow(millis: number | null): void {
    const curve = this.options.panels[0]?.curves[0];
    const index = millis === null || !this.columns || !curve ? -1 : indexAt(this.columns.column(`${curve.column}_time`), millis);
    this.chart.dispatchAction(index < 0 ? { type: 'hideTip' } : { type: 'showTip', seriesIndex: 0, dataIndex: index });
  }
}

interface Point {
  seriesName: string;
  seriesIndex: number;
  value: [number, number];
}

function pairs(times: Float64Array, values: Float64Array): [number, number | null][] {
  return Array.from(times, (time, i) => [time, Number.isNaN(values[i]!) ? null : values[i]!]);
}

const levelLine = (level: number): object => ({
  symbol: 'none', silent: true, label: { show: false }, lineStyle: { color: token('line-strong'), type: 'solid' }, data: [{ yAxis: level }],
});

function dateText(value: number, { from, to }: Extent): string {
  const days = (to - from) / 86_400_000;
  return days > 100 ? day(value).slice(0, 7) : days > 3 ? day(value) : minute(value).slice(5);
}

/** Makes a chart of curves in an element. */
export async function createCurves(element: HTMLElement, options: CurveOptions): Promise<CurveChart> {
  const chart = new CurveChart(element, options);
  await chart.start();
  return chart;
}
