import type { Columns } from '../columns';
import type { Loaded, Rows } from '../windows';
import type { TradeColumns } from './tradeMarks';

export type LevelKind = 'stop' | 'trail' | 'target' | 'limit';

/** Levels that bars were held against, as steps: what stands at a row holds up to the next one. */
export interface Levels {
  row: Float64Array;
  lines: { kind: LevelKind; name: string; values: Float64Array }[];
}

/** One level over a run of rows. */
export interface LevelSpan {
  kind: LevelKind;
  from: number;
  /** The first row that it does not hold at any more. */
  to: number;
  price: number;
  /** Whether it decides: of two stops only the higher one does. */
  acts: boolean;
}

/** Reads what the server sent. */
export function readLevels(columns: Columns): Levels {
  const lines: Levels['lines'] = (['stop', 'trail', 'limit'] as const)
    .map((kind) => ({ kind, name: kind, values: columns.column(kind) }));
  for (let i = 1; columns.has(`target${i}`); i++) {
    lines.push({ kind: 'target', name: columns.has('target2') ? `target ${i}` : 'target', values: columns.column(`target${i}`) });
  }
  return { row: columns.column('row'), lines };
}

/** Every level as spans in which nothing about it changes. */
export function spansOf({ row, lines }: Levels): LevelSpan[] {
  const stops = lines.filter(isStop);
  const isBelowAnother = (price: number, step: number): boolean => stops.some(({ values }) => values[step]! > price);
  return lines.flatMap(({ kind, values }) => {
    const spans: LevelSpan[] = [];
    for (let i = 0; i + 1 < row.length; i++) {
      const last = spans[spans.length - 1];
      if (Number.isNaN(values[i]!)) {
        continue;
      }
      const price = values[i]!;
      const acts = !isStop({ kind }) || !isBelowAnother(price, i);
      if (last && last.price === price && last.acts === acts && last.to === row[i]) {
        last.to = row[i + 1]!;
      } else {
        spans.push({ kind, from: row[i]!, to: row[i + 1]!, price, acts });
      }
    }
    return spans;
  });
}

/** The levels at a row by name; the stop that acts is the higher one, and only that one is told. */
export function levelsAt({ row, lines }: Levels, at: number): { kind: LevelKind; name: string; price: number }[] {
  let step = -1;
  while (step + 1 < row.length && row[step + 1]! <= at) {
    step++;
  }
  const found = step < 0 ? [] : lines
    .map(({ kind, name, values }) => ({ kind, name, price: values[step]! }))
    .filter(({ price }) => !Number.isNaN(price));
  const acting = Math.max(...found.filter(isStop).map(({ price }) => price));
  return found.filter((level) => !isStop(level) || level.price === acting);
}

export const isStop = ({ kind }: { kind: LevelKind }): boolean => kind === 'stop' || kind === 'trail';

/** More bars than this on the screen, and lines would only blur the prices. */
export const mostRows = 1_500;

/** Ranges are asked for in parts of so many rows, so that what was asked for once is kept. */
const part = 256;

/** The rows whose levels are to be shown: all that are seen, where one sees few bars, else the chosen trade's. */
export function wantedRows(seen: Rows, loaded: Loaded, total: number, trades: TradeColumns | null, selected: number | null): Rows | null {
  if (loaded.stride === 1 && seen.to - seen.from <= mostRows) {
    const from = Math.max(0, Math.floor(seen.from / part) * part);
    return { from, to: Math.min(total, Math.ceil(seen.to / part) * part) };
  }
  const chosen = trades && selected !== null ? tradeAt(trades, selected) : -1;
  if (!trades || chosen < 0) {
    return null;
  }
  const exit = trades.exitRow[chosen]!;
  return { from: Math.max(0, trades.entryRow[chosen]! - 1), to: Number.isNaN(exit) ? total : exit + 1 };
}

/** The trade that a row belongs to, the bar at whose close it was decided included; −1 for none. */
export function tradeAt(trades: TradeColumns, row: number): number {
  for (let i = 0; i < trades.entryRow.length && trades.entryRow[i]! <= row + 1; i++) {
    const exit = trades.exitRow[i]!;
    if (trades.entryRow[i]! - 1 <= row && (Number.isNaN(exit) || row <= exit)) {
      return i;
    }
  }
  return -1;
}
