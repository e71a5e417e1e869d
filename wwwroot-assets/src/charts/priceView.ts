import {
  CandlestickSeries, HistogramSeries, LineSeries, LineStyle, LineType, createChart,
  type AutoscaleInfo, type IChartApi, type ISeriesApi, type Logical, type UTCTimestamp,
} from 'lightweight-charts';
import type { Columns } from '../columns';
import { value } from '../format';
import { token } from '../tokens';
import { valuesOf, type Loaded, type Rows } from '../windows';
import { legendRow, type LegendLine } from './priceLegend';
import { candleOptions, chartOptions } from './priceTheme';

export interface Overlay {
  /** Name of its column in what the server sends. */
  column: string;
  /** What it is called under the crosshair. */
  name: string;
  /** Name of a token. */
  color: string;
  width: 1 | 2;
  /** 0 lies over the prices; panes below count from 1. */
  pane: number;
  histogram: boolean;
  steps: boolean;
  /** Levels drawn as dashed lines. */
  guides: number[];
}

type Line = ISeriesApi<'Line' | 'Histogram'>;

/** Candles, volume, overlays and panes; shows the columns that it is given, and knows which rows they are. */
export class PriceView {
  readonly chart: IChartApi;
  readonly candles: ISeriesApi<'Candlestick'>;
  private readonly volume: ISeriesApi<'Histogram'>;
  private readonly lines: Line[];
  private guides: { line: ReturnType<Line['createPriceLine']> }[] = [];
  private readonly paneFigures: HTMLElement[] = [];
  private held: Columns | null = null;

  constructor(private readonly element: HTMLElement, private readonly digits: number, private readonly overlays: Overlay[], panes: string[]) {
    this.chart = createChart(element, { autoSize: true, ...chartOptions(digits) });
    this.candles = this.chart.addSeries(CandlestickSeries, candleOptions(digits));
    this.volume = this.chart.addSeries(HistogramSeries, {
      priceScaleId: 'volume', priceFormat: { type: 'volume' }, lastValueVisible: false, priceLineVisible: false,
    });
    this.chart.priceScale('volume').applyOptions({ scaleMargins: { top: 0.86, bottom: 0 } });
    this.lines = overlays.map((overlay) => this.addLine(overlay));
    this.namePanes(panes);
    this.colour();
  }

  get columns(): Columns | null {
    return this.held;
  }

  /** The rows that are held; none before the first columns. */
  get loaded(): Loaded {
    const header = this.held?.header;
    return header
      ? { from: header.from, to: Math.min(header.total, header.from + this.count * header.stride), stride: header.stride }
      : { from: 0, to: 0, stride: 1 };
  }

  /** Values held, a candle each. */
  get count(): number {
    return this.held?.column('time').length ?? 0;
  }

  /** The rows that are seen; null where nothing is. */
  get visible(): Rows | null {
    const range = this.chart.timeScale().getVisibleLogicalRange();
    const { from, stride } = this.loaded;
    return range && { from: from + range.from * stride, to: from + (range.to + 1) * stride };
  }

  set visible(rows: Rows | null) {
    if (rows) {
      const { first, last } = valuesOf(rows, this.loaded);
      this.chart.timeScale().setVisibleLogicalRange({ from: first as Logical, to: last as Logical });
    }
  }

  /** Puts columns in place of those held. */
  fill(columns: Columns): void {
    const at = Array.from(columns.column('time'), (millis) => (millis / 1000) as UTCTimestamp);
    const [open, high, low, close] = [columns.column('open'), columns.column('high'), columns.column('low'), columns.column('close')];
    const volume = columns.column('volume');
    this.held = columns;
    this.candles.setData(at.map((time, i) => ({ time, open: open[i]!, high: high[i]!, low: low[i]!, close: close[i]! })));
    this.volume.setData(at.map((time, i) => ({ time, value: volume[i]! })));
    const [above, below] = [token('s6'), token('control-line')];
    this.overlays.forEach((overlay, k) => {
      const values = columns.column(overlay.column);
      const colour = (value: number) => (overlay.histogram ? { color: value >= 0 ? above : below } : {});
      this.lines[k]!.setData(at.map((time, i) =>
        (Number.isNaN(values[i]!) ? { time } : { time, value: values[i]!, ...colour(values[i]!) })));
    });
  }

  /** The overlays of a pane at a value held, for its legend. */
  figures(pane: number, index: number): LegendLine[] {
    return this.overlays.filter((overlay) => overlay.pane === pane).map(({ name, column, color }) => {
      const at = this.held?.column(column)[index] ?? NaN;
      return { name, color: `var(--${color})`, text: value(at) };
    });
  }

  /** Writes the figures of the panes below the prices; null: none. */
  tell(index: number | null): void {
    this.paneFigures.forEach((element, i) => element.replaceChildren(index === null ? '' : legendRow(this.figures(i + 1, index))));
  }

  /** Takes its colours from the theme shown; what is seen stays. */
  colour(): void {
    const seen = this.held ? this.visible : null;
    this.chart.applyOptions(chartOptions(this.digits));
    this.candles.applyOptions(candleOptions(this.digits));
    this.volume.applyOptions({ color: token('volume') });
    this.overlays.forEach((overlay, i) => this.lines[i]!.applyOptions({ color: token(overlay.color) }));
    this.guides.forEach(({ line }) => line.applyOptions({
      color: token('line-strong'), axisLabelColor: token('surface-3'), axisLabelTextColor: token('text-2'),
    }));
    if (this.held) {
      this.fill(this.held);
      this.visible = seen;
    }
  }

  /**
   * What is drawn, in the theme shown now. Put together from the chart's canvases: its own `takeScreenshot` never returns
   * (5.2.1) while a repaint of all panes is due, as it is after a change of theme.
   */
  picture(): HTMLCanvasElement {
    const seen = this.held ? this.visible : null;
    this.colour();
    const box = this.element.getBoundingClientRect();
    // The only way to have it painted at once; the size must differ for that.
    this.chart.applyOptions({ autoSize: false });
    this.chart.resize(box.width + 2, box.height, true);
    this.chart.resize(box.width, box.height, true);
    this.chart.applyOptions({ autoSize: true });
    this.visible = seen;
    const picture = document.createElement('canvas');
    const context = picture.getContext('2d')!;
    [picture.width, picture.height] = [box.width * 2, box.height * 2];
    context.scale(2, 2);
    for (const part of this.element.querySelectorAll('canvas')) {
      const { left, top, width, height } = part.getBoundingClientRect();
      if (part.width > 0 && part.height > 0) {
        context.drawImage(part, left - box.left, top - box.top, width, height);
      }
    }
    context.fillStyle = token('text-2');
    context.font = `11px ${token('font-mono')}`;
    for (const name of this.element.querySelectorAll('.chart-pane-name')) {
      const { left, bottom } = name.getBoundingClientRect();
      context.fillText(name.textContent ?? '', left - box.left, bottom - box.top - 4);
    }
    return picture;
  }

  private addLine(overlay: Overlay): Line {
    const shared = { priceLineVisible: false, lastValueVisible: false };
    const series: Line = overlay.histogram
      ? this.chart.addSeries(HistogramSeries, shared, overlay.pane)
      : this.chart.addSeries(LineSeries, {
          ...shared, lineWidth: overlay.width, crosshairMarkerVisible: false,
          lineType: overlay.steps ? LineType.WithSteps : LineType.Simple,
        }, overlay.pane);
    if (overlay.guides.length > 0) {
      // A guide is seen wherever the line is.
      series.applyOptions({
        autoscaleInfoProvider: (original: () => AutoscaleInfo | null) => withGuides(original(), overlay.guides),
      });
    }
    for (const price of overlay.guides) {
      this.guides.push({ line: series.createPriceLine({ price, lineWidth: 1, lineStyle: LineStyle.Dashed, axisLabelVisible: true }) });
    }
    return series;
  }

  private namePanes(names: string[]): void {
    const panes = this.chart.panes();
    panes.forEach((pane, i) => pane.setStretchFactor(i === 0 ? 6 : 1.35));
    for (let i = 1; i < panes.length; i++) {
      this.chart.priceScale('right', i).applyOptions({ scaleMargins: { top: 0.12, bottom: 0.08 } });
    }
    // The chart lays its cells out after the first frame.
    window.setTimeout(() => panes.slice(1).forEach((pane, i) => {
      const cell = pane.getHTMLElement()?.querySelector<HTMLElement>('td:nth-child(2)');
      if (cell && names[i]) {
        cell.style.position = 'relative';
        const label = Object.assign(document.createElement('span'), { className: 'chart-pane-name', textContent: `${names[i]}  ` });
        const figures = document.createElement('span');
        label.append(figures);
        cell.append(label);
        this.paneFigures[i] = figures;
      }
    }), 0);
  }
}

function withGuides(info: AutoscaleInfo | null, guides: number[]): AutoscaleInfo | null {
  if (!info?.priceRange) {
    return info;
  }
  const { minValue, maxValue } = info.priceRange;
  return { ...info, priceRange: { minValue: Math.min(minValue, ...guides), maxValue: Math.max(maxValue, ...guides) } };
}
