import { fetchColumns } from '../columns';
import { num } from '../format';
import type { Loaded, Rows } from '../windows';
import type { LevelLines } from './levelLines';
import { isStop, levelsAt, readLevels, wantedRows, type Levels } from './levels';
import type { LegendLine } from './priceLegend';
import type { TradeColumns } from './tradeMarks';

/** Fetches the levels of what is seen and hands them to the lines that draw them. */
export class LevelFeed {
  private levels: Levels | null = null;
  private range = '';

  constructor(private readonly lines: LevelLines, private readonly url: string | null, private readonly total: number) {}

  /** Follows what is seen; resolves to whether other levels are shown now. */
  async follow(seen: Rows | null, loaded: Loaded, trades: TradeColumns | null, selected: number | null): Promise<boolean> {
    const rows = this.url && seen ? wantedRows(seen, loaded, this.total, trades, selected) : null;
    const range = rows ? `from=${rows.from}&to=${rows.to}` : '';
    if (range === this.range) {
      return false;
    }
    this.range = range;
    try {
      const read = range ? readLevels(await fetchColumns(`${this.url}&${range}`)) : null;
      if (this.range !== range) {
        return false;
      }
      this.levels = read;
      this.lines.show(read);
      return true;
    } catch {
      // Prices stand without them; the next move asks again.
      this.range = '';
      return false;
    }
  }

  /** The levels at a row, for the legend. */
  figures(row: number, digits: number): LegendLine[] {
    return (this.levels ? levelsAt(this.levels, row) : []).map((level) => ({
      name: level.name,
      color: `var(--${isStop(level) ? 'loss' : level.kind === 'target' ? 'gain' : 'accent'})`,
      text: num(level.price, digits),
    }));
  }
}
