import { fetchColumns } from '../columns';
import { num } from '../format';
import { onPrint } from '../print';
import { onTheme, token } from '../tokens';
import { axis, tooltip } from './statTheme';
import { cellBeside, isInkDark, scaleOf, scoreText, type Cell, type ScoreUnit } from './sweepCells';
import { echarts } from './sweepEcharts';

export interface HeatOptions {
  /** Where the cells come from. */
  url: string;
  xName: string;
  yName: string;
  /** The values of each axis, as they are written. */
  xTexts: string[];
  yTexts: string[];
  /** What the colours mean. */
  what: string;
  unit: ScoreUnit;
  /** Where the chosen run lies. */
  x: number;
  y: number;
}

interface Page {
  invokeMethodAsync(name: 'Chosen', row: number): Promise<void>;
}

const [left, right, top, bottom] = [58, 76, 8, 44];

/** A colour for each pair of values of two parameters; a press, or Enter where the arrows have led, chooses the cell's run. */
export class HeatChart {
  private readonly chart: echarts.ECharts;
  private readonly told: HTMLElement;
  private readonly ends: (() => void)[] = [];
  private cells: Cell[] = [];
  private at: Cell | null = null;
  private asking: AbortController | null = null;

  constructor(element: HTMLElement, private options: HeatOptions, private readonly page: Page) {
    this.chart = echarts.init(element, null, { renderer: 'canvas' });
    this.told = document.createElement('div');
    this.told.className = 'unseen';
    this.told.setAttribute('aria-live', 'polite');
    element.append(this.told);
    const sized = new ResizeObserver(() => {
      this.chart.resize();
      this.draw();
    });
    sized.observe(element);
    const pressed = (event: KeyboardEvent): void => this.press(event);
    element.addEventListener('keydown', pressed);
    this.ends.push(() => sized.disconnect(), () => element.removeEventListener('keydown', pressed), onTheme(() => this.draw()),
      onPrint(element, () => {
        this.draw();
        return this.chart.renderToCanvas({ pixelRatio: 2 });
      }));
    this.chart.on('click', (event) => this.choose(this.cells[event.dataIndex] ?? null));
    void this.load();
  }

  show(options: HeatOptions): void {
    const isOther = options.url !== this.options.url;
    this.options = options;
    if (isOther) {
      void this.load();
    } else {
      this.draw();
    }
  }

  dispose(): void {
    this.asking?.abort();
    this.ends.forEach((end) => end());
    this.chart.dispose();
    this.told.remove();
  }

  private async load(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const columns = await fetchColumns(this.options.url, asking.signal);
      const [x, y, value, row, count] = ['x', 'y', 'value', 'row', 'count'].map((name) => columns.column(name));
      this.cells = Array.from(x!, (_, i) => ({ x: x![i]!, y: y![i]!, value: value![i]!, row: row![i]!, count: count![i]! }));
      this.at = null;
      this.draw();
    } catch (failed) {
      if (!asking.signal.aborted) {
        throw failed;
      }
    }
  }

  private choose(cell: Cell | null): void {
    if (cell) {
      this.at = cell;
      void this.page.invokeMethodAsync('Chosen', cell.row);
    }
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const from = this.at ?? this.cells.find((cell) => cell.x === this.options.x && cell.y === this.options.y) ?? this.cells[0];
    const next = from ? cellBeside(this.cells, from, event.key) : null;
    if (next) {
      this.at = next;
      this.chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: this.cells.indexOf(next) });
      this.told.textContent = this.text(next);
    } else if (event.key === 'Enter' && this.at) {
      this.choose(this.at);
    } else if (!event.key.startsWith('Arrow')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private text({ x, y, value, count }: Cell): string {
    const { xName, yName, xTexts, yTexts, what, unit } = this.options;
    const place = yName ? `${xName} ${xTexts[x]}, ${yName} ${yTexts[y]}` : `${xName} ${xTexts[x]}`;
    return `${place}: ${what} ${Number.isFinite(value) ? scoreText(unit, value) : 'none'}${count > 1 ? `, ${num(count, 0)} runs` : ''}`;
  }

  private draw(): void {
    const { xName, yName, xTexts, yTexts, unit, x, y } = this.options;
    const [low, high] = scaleOf(this.cells.map((cell) => cell.value));
    const theme = document.documentElement.dataset.theme ?? 'dark';
    const [wide, tall] = [(this.chart.getWidth() - left - right) / xTexts.length, (this.chart.getHeight() - top - bottom) / yTexts.length];
    const digits = Math.max(Math.abs(low), Math.abs(high)) >= 100 ? 0 : 2;
    const gap = Math.min(wide, tall) > 14 ? 2 : Math.min(wide, tall) > 5 ? 1 : 0;
    const [dark, light] = theme === 'light' ? [token('text'), token('on-accent')] : [token('bg'), token('text')];
    const data = this.cells.map((cell) => {
      const share = Math.min(1, Math.max(0, (cell.value - low) / (high - low)));
      const isChosen = cell.x === x && cell.y === y;
      const isKnown = Number.isFinite(cell.value);
      return {
        value: [cell.x, cell.y, isKnown ? cell.value : '-'],
        label: { color: isInkDark(share, theme) ? dark : light, fontWeight: isChosen ? 700 : 400 },
        itemStyle: {
          ...(isKnown ? {} : { color: token('surface-3') }),
          ...(isChosen ? { borderColor: token('text'), borderWidth: 2 } : {}),
        },
      };
    });
    this.chart.setOption({
      animation: false,
      textStyle: { fontFamily: token('font-ui') },
      tooltip: { ...tooltip(), trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => this.tip(this.cells[dataIndex]) },
      grid: { left: yName ? left : 16, right, top, bottom },
      xAxis: axis({ type: 'category', data: xTexts, name: xName, nameLocation: 'middle', nameGap: 28,
        nameTextStyle: { color: token('axis'), fontSize: 11 }, splitLine: { show: false } }),
      yAxis: axis({ type: 'category', data: yTexts, name: yName, nameLocation: 'middle', nameGap: 42,
        nameTextStyle: { color: token('axis'), fontSize: 11 }, splitLine: { show: false }, axisLabel: { show: yName !== '' } }),
      visualMap: {
        type: 'continuous', min: low, max: high, calculable: false, orient: 'vertical', right: 4, top: 'middle', itemWidth: 10,
        itemHeight: Math.max(40, Math.min(180, this.chart.getHeight() - 90)), text: [scoreText(unit, high), scoreText(unit, low)],
        textStyle: { color: token('axis'), fontSize: 11 }, inRange: { color: [1, 2, 3, 4, 5].map((step) => token(`heat-${step}`)) },
      },
      series: [{
        type: 'heatmap', data, progressive: 4000, itemStyle: { borderColor: token('surface-1'), borderWidth: gap, borderRadius: gap ? 3 : 0 },
        label: {
          show: wide >= (unit === 'value' ? 48 : 36) && tall >= 17, fontSize: 11,
          formatter: ({ value: [, , score] }: { value: [number, number, number | '-'] }) =>
            (score === '-' ? '–' : digits === 0 ? num(score, 0) : scoreText(unit, score)),
        },
        emphasis: { itemStyle: { borderColor: token('accent'), borderWidth: 2 } },
      }],
    }, { notMerge: true });
  }

  private tip(cell: Cell | undefined): HTMLElement {
    return Object.assign(document.createElement('div'), { textContent: cell ? this.text(cell) : '' });
  }
}

/** Makes a heat map in an element. */
export function createHeat(element: HTMLElement, options: HeatOptions, page: Page): HeatChart {
  return new HeatChart(element, options, page);
}
