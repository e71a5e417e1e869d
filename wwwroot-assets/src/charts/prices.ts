import type { MouseEventParams, Time, UTCTimestamp } from 'lightweight-charts';
import { lastWord, tell } from '../circuit';
import { fetchColumns } from '../columns';
import { onPrint } from '../print';
import { onTheme } from '../tokens';
import { requestFor, suffices, type Rows } from '../windows';
import { Drag } from './drag';
import { followCrosshair, indexAt, moveCrosshair } from './crosshair';
import { actionOf, rowBeside } from './priceKeys';
import { LevelFeed } from './levelFeed';
import { LevelLines } from './levelLines';
import { drawLegend } from './priceLegend';
import type { PriceOptions } from './priceOptions';
import { PriceView } from './priceView';
import { TradeMarks, tradesOf, type TradeColumns } from './tradeMarks';
import { Trouble } from './trouble';

/** What the page is told; each call goes over the circuit. */
interface Page {
  invokeMethodAsync(method: 'Selected' | 'Moved', ...args: number[]): Promise<void>;
}

const loadAfterMillis = 90;
const selectAfterMillis = 80;
const tellAfterMillis = 500;

/** Prices and trades of one symbol over as many rows as the server has: fetches what is looked at, finer on zoom. */
export class PriceChart {
  private readonly view: PriceView;
  private readonly marks: TradeMarks;
  private readonly lines: LevelLines;
  private readonly legend: HTMLElement;
  private readonly ends: (() => void)[] = [];
  private readonly timers = { load: 0, levels: 0, tell: 0, select: 0 };
  private readonly feed: LevelFeed;
  private trades: TradeColumns | null = null;
  private selected: number | null;
  private readonly selecting = lastWord((row: number) => this.page.invokeMethodAsync('Selected', row));
  private asking: AbortController | null = null;
  private readonly drag: Drag;
  private readonly trouble: Trouble;
  private isGone = false;

  constructor(private readonly element: HTMLElement, private readonly options: PriceOptions, private readonly page: Page) {
    this.selected = options.selected;
    this.view = new PriceView(element, options.digits, options.overlays, options.panes);
    this.marks = new TradeMarks({ trades: null, loaded: this.view.loaded, selected: this.selected });
    this.lines = new LevelLines(this.view.loaded);
    this.feed = new LevelFeed(this.lines, options.levelsUrl, options.total);
    this.view.candles.attachPrimitive(this.lines);
    this.view.candles.attachPrimitive(this.marks);
    this.legend = Object.assign(document.createElement('div'), { className: 'chart-legend' });
    element.append(this.legend);
    this.drag = new Drag(element);
    this.trouble = new Trouble(element);
    this.listen();
  }

  /** Shows the first range; resolves when its candles stand. */
  start(): Promise<void> {
    return this.bring(this.options.visible);
  }

  /** Shows these rows; what is missing is fetched. */
  async show(from: number, to: number): Promise<void> {
    const rows = { from, to };
    if (!suffices(rows, this.view.loaded, this.width, this.options.total)) {
      await this.load(rows);
    }
    this.view.visible = rows;
  }

  /** Brings the chart itself onto the screen. */
  reveal(): void {
    (this.element.closest('.panel') ?? this.element).scrollIntoView({ block: 'nearest' });
  }

  /** Marks a bar, and pans to it where it is not seen. */
  async select(row: number | null): Promise<void> {
    this.mark(row);
    const seen = this.view.visible;
    if (row !== null && seen && (row < seen.from || row >= seen.to)) {
      const half = (seen.to - seen.from) / 2;
      await this.show(row - half, row + half);
    }
    await this.loadLevels();
  }

  /** Shows these rows and marks a bar of theirs: the bar at once, so that an arrow goes on from it. */
  async look(from: number, to: number, row: number): Promise<void> {
    this.mark(row);
    await this.show(from, to);
    await this.loadLevels();
  }

  /** Shows the whole series. */
  fit(): Promise<void> {
    return this.show(0, this.options.total);
  }

  dispose(): void {
    this.asking?.abort();
    this.isGone = true;
    this.trouble.end();
    Object.values(this.timers).forEach((timer) => window.clearTimeout(timer));
    this.ends.forEach((end) => end());
    this.view.chart.remove();
    this.legend.remove();
  }

  // What was chosen before and is not told yet does not count any more.
  private mark(row: number | null): void {
    window.clearTimeout(this.timers.select);
    this.selected = row;
    this.marks.show({ selected: row });
    this.writeLegend(null);
  }

  private get width(): number {
    return Math.max(280, this.element.clientWidth - 60);
  }

  private listen(): void {
    const { element, view } = this;
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void): void => {
      element.addEventListener(type, act);
      this.ends.push(() => element.removeEventListener(type, act));
    };
    on('keydown', (event) => this.key(event));
    on('dblclick', () => void this.fit());
    view.chart.timeScale().subscribeVisibleLogicalRangeChange(() => this.moved());
    view.chart.subscribeCrosshairMove((event) => this.pointed(event));
    view.chart.subscribeClick((event) => {
      if (event.logical !== undefined) {
        this.choose(view.loaded.from + Math.round(event.logical) * view.loaded.stride);
      }
    });
    this.ends.push(this.drag.end, this.selecting.end, onPrint(element, () => view.picture()));
    this.ends.push(onTheme(() => view.colour()), followCrosshair(this, (millis) => this.follow(millis)));
  }

  private moved(): void {
    this.after('load', loadAfterMillis, () => {
      const rows = this.view.visible;
      if (rows && this.view.columns && !suffices(rows, this.view.loaded, this.width, this.options.total)) {
        void this.load(rows);
      }
    });
    this.after('levels', 2 * loadAfterMillis, () => void this.loadLevels());
    this.after('tell', tellAfterMillis, () => {
      const rows = this.view.visible;
      if (rows) {
        tell(this.page.invokeMethodAsync('Moved', Math.round(rows.from), Math.round(rows.to)));
      }
    });
  }

  private after(timer: keyof typeof this.timers, millis: number, act: () => void): void {
    window.clearTimeout(this.timers[timer]);
    this.timers[timer] = window.setTimeout(act, millis);
  }

  /** Fetches what a range needs and puts it in place without moving what is seen. */
  private async load(rows: Rows): Promise<void> {
    const { url, total } = this.options;
    const { from, to, points } = requestFor(rows, this.width, total);
    this.asking?.abort();
    const asking = this.asking = new AbortController();
    this.element.setAttribute('aria-busy', 'true');
    try {
      const query = `${url.includes('?') ? '&' : '?'}from=${from}&to=${to}&points=${points}`;
      const columns = await fetchColumns(url + query, asking.signal);
      await this.drag.ended();
      if (!asking.signal.aborted) {
        const seen = this.view.columns ? this.view.visible : null;
        if (this.trades || !this.options.tradesUrl) {
          this.trouble.clear();
        }
        this.view.fill(columns);
        this.view.visible = seen;
        this.marks.show({ loaded: this.view.loaded });
        this.lines.place(this.view.loaded);
        this.writeLegend(null);
      }
    } catch (error) {
      if (!asking.signal.aborted) {
        this.trouble.tell('Prices could not be loaded', error, () => void this.bring(rows));
      }
    } finally {
      if (this.asking === asking) {
        this.asking = null;
        this.element.removeAttribute('aria-busy');
      }
    }
  }

  // Shows rows, with the trades where they are not there yet.
  private async bring(rows: Rows): Promise<void> {
    const { tradesUrl } = this.options;
    const trades = tradesUrl && !this.trades ? this.loadTrades(tradesUrl) : null;
    await this.show(rows.from, rows.to);
    await trades;
    await this.loadLevels();
  }

  private async loadTrades(url: string): Promise<void> {
    try {
      this.trades = tradesOf(await fetchColumns(url));
      this.marks.show({ trades: this.trades });
    } catch (error) {
      if (!this.isGone) {
        this.trouble.tell('Trades could not be loaded', error, () => void this.bring(this.view.visible ?? this.options.visible));
      }
    }
  }

  private async loadLevels(): Promise<void> {
    if (await this.feed.follow(this.view.visible, this.view.loaded, this.trades, this.selected)) {
      this.writeLegend(null);
    }
  }

  private pointed(event: MouseEventParams<Time>): void {
    const isOver = typeof event.time === 'number' && event.logical !== undefined;
    this.writeLegend(isOver ? Math.round(event.logical!) : null);
    if (event.sourceEvent) {
      moveCrosshair(this, isOver ? (event.time as number) * 1000 : null);
    }
  }

  private follow(millis: number | null): void {
    const { chart, columns, candles } = this.view;
    const index = millis === null || !columns ? -1 : indexAt(columns.column('time'), millis);
    if (index < 0) {
      chart.clearCrosshairPosition();
    } else {
      const time = (columns!.column('time')[index]! / 1000) as UTCTimestamp;
      chart.setCrosshairPosition(columns!.column('close')[index]!, time, candles);
    }
  }

  private writeLegend(index: number | null): void {
    const { columns, loaded, count } = this.view;
    const chosen = this.selected === null ? count - 1 : Math.floor((this.selected - loaded.from) / loaded.stride);
    const shown = index ?? chosen;
    if (!columns || shown < 0 || shown >= count) {
      this.legend.replaceChildren();
      this.view.tell(null);
    } else {
      const { digits } = this.options;
      const levels = loaded.stride === 1 ? this.feed.figures(loaded.from + shown, digits) : [];
      drawLegend(this.legend, columns, shown, digits, [...this.view.figures(0, shown), ...levels]);
      this.view.tell(shown);
    }
  }

  private choose(row: number): void {
    const chosen = Math.max(0, Math.min(this.options.total - 1, row));
    void this.select(chosen);
    this.after('select', selectAfterMillis, () => this.selecting.tell(chosen));
  }

  private key(event: KeyboardEvent): void {
    const action = this.view.columns ? actionOf(event) : null;
    if (!action) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'bar') {
      this.choose((this.selected ?? this.options.total - 1 - action.step) + action.step * this.view.loaded.stride);
    } else if (action.kind === 'trade') {
      const row = this.trades && rowBeside(this.trades.entryRow, this.selected, action.step);
      if (row !== null) {
        this.choose(row);
      }
    } else if (action.kind === 'zoom') {
      this.zoom(action.factor);
    } else {
      void this.fit();
    }
  }

  private zoom(factor: number): void {
    const seen = this.view.visible;
    if (seen) {
      const middle = (seen.from + seen.to) / 2;
      const half = Math.max(5, ((seen.to - seen.from) / 2) * factor);
      void this.show(middle - half, middle + half);
    }
  }
}

/** Makes a chart in an element and shows its first range. */
export async function create(element: HTMLElement, options: PriceOptions, page: Page): Promise<PriceChart> {
  const chart = new PriceChart(element, options, page);
  await chart.start();
  return chart;
}
