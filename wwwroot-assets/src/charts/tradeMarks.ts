import type { Logical } from 'lightweight-charts';
import type { CanvasRenderingTarget2D } from 'fancy-canvas';
import type { Columns } from '../columns';
import { signed } from '../format';
import { token } from '../tokens';
import type { Loaded } from '../windows';
import { Overlay } from './overlay';

/** Trades of one symbol in order of entry, column by column; rows are those of the symbol's bars. */
export interface TradeColumns {
  id: Float64Array;
  entryRow: Float64Array;
  /** NaN while the position is open. */
  exitRow: Float64Array;
  entryPrice: Float64Array;
  exitPrice: Float64Array;
  /** A fraction, after fees. */
  pnl: Float64Array;
}

/** The trades as the server sends them. */
export function tradesOf(read: Columns): TradeColumns {
  return {
    id: read.column('id'), entryRow: read.column('entry_row'), exitRow: read.column('exit_row'),
    entryPrice: read.column('entry_price'), exitPrice: read.column('exit_price'), pnl: read.column('pnl_pct'),
  };
}

export interface Marks {
  trades: TradeColumns | null;
  loaded: Loaded;
  /** The chosen bar's row, or null. */
  selected: number | null;
}

// With more trades on the screen than this, pills and dashes would hide the prices; with more than that, boxes too.
const mostWithPills = 40;
const mostWithBoxes = 600;

interface Pen {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  x: (row: number) => number | null;
  y: (price: number) => number | null;
}

/** Entry: accent triangle under the fill price. Exit: ring in the colour of the outcome, with its signed result. */
export class TradeMarks extends Overlay {
  constructor(private marks: Marks) {
    super('top');
  }

  show(change: Partial<Marks>): void {
    this.marks = { ...this.marks, ...change };
    this.redraw();
  }

  protected override draw(target: CanvasRenderingTarget2D): void {
    const { chart, series, marks } = this;
    const range = chart?.timeScale().getVisibleLogicalRange();
    if (!chart || !series || !range) {
      return;
    }
    target.useMediaCoordinateSpace(({ context, mediaSize }) => {
      const { loaded, trades, selected } = marks;
      const pen: Pen = {
        context,
        width: mediaSize.width,
        height: mediaSize.height,
        x: (row) => chart.timeScale().logicalToCoordinate(Math.floor((row - loaded.from) / loaded.stride) as Logical),
        y: (price) => series.priceToCoordinate(price),
      };
      if (selected !== null) {
        drawSelected(pen, selected);
      }
      if (trades) {
        drawTrades(pen, trades, loaded.from + range.from * loaded.stride, loaded.from + (range.to + 1) * loaded.stride);
      }
    });
  }
}

function drawSelected({ context, height, x }: Pen, row: number): void {
  const at = x(row);
  if (at === null) {
    return;
  }
  context.fillStyle = token('accent-soft');
  context.fillRect(at - 4, 0, 8, height);
  context.strokeStyle = token('accent');
  context.setLineDash([2, 3]);
  line(context, at, 0, at, height);
  context.setLineDash([]);
}

function drawTrades(pen: Pen, trades: TradeColumns, from: number, to: number): void {
  const seen: number[] = [];
  for (let i = 0; i < trades.entryRow.length; i++) {
    const end = trades.exitRow[i]!;
    if (trades.entryRow[i]! <= to && (Number.isNaN(end) || end >= from)) {
      seen.push(i);
    }
  }
  const colors = {
    gain: token('gain'), loss: token('loss'), gainSoft: token('gain-soft'), lossSoft: token('loss-soft'),
    entry: token('accent'), ground: token('surface-1'),
  };
  if (seen.length <= mostWithBoxes) {
    seen.forEach((i) => drawSpan(pen, trades, i, colors));
  }
  const least = pen.width / 3000;
  let last = -Infinity;
  for (const i of seen) {
    const at = pen.x(trades.entryRow[i]!);
    // Of many entries on one pixel, one is drawn.
    if (at !== null && (seen.length <= mostWithBoxes || at - last > least)) {
      drawEntry(pen, at, trades.entryPrice[i]!, seen.length <= mostWithBoxes, colors);
      last = at;
    }
  }
  if (seen.length <= mostWithBoxes) {
    seen.forEach((i) => drawExit(pen, trades, i, seen.length <= mostWithPills, colors));
  }
}

interface Colors {
  gain: string;
  loss: string;
  gainSoft: string;
  lossSoft: string;
  entry: string;
  ground: string;
}

/** The soft rectangle from fill to fill and the dashed line across it. */
function drawSpan({ context, x, y }: Pen, trades: TradeColumns, i: number, colors: Colors): void {
  const [x0, x1] = [x(trades.entryRow[i]!), x(trades.exitRow[i]!)];
  const [y0, y1] = [y(trades.entryPrice[i]!), y(trades.exitPrice[i]!)];
  if (x0 === null || x1 === null || y0 === null || y1 === null || Number.isNaN(trades.exitRow[i]!)) {
    return;
  }
  const won = trades.pnl[i]! > 0;
  context.globalAlpha = 0.55;
  context.fillStyle = won ? colors.gainSoft : colors.lossSoft;
  context.fillRect(x0, Math.min(y0, y1), x1 - x0, Math.abs(y1 - y0));
  context.globalAlpha = 1;
  context.strokeStyle = won ? colors.gain : colors.loss;
  context.lineWidth = 1.25;
  context.setLineDash([3, 3]);
  line(context, x0, y0, x1, y1);
  context.setLineDash([]);
}

function drawEntry({ context, y }: Pen, at: number, price: number, large: boolean, colors: Colors): void {
  const top = y(price);
  if (top === null) {
    return;
  }
  const size = large ? 6 : 3;
  context.fillStyle = colors.entry;
  context.strokeStyle = colors.ground;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(at, top + 3);
  context.lineTo(at + size, top + 3 + size * 1.8);
  context.lineTo(at - size, top + 3 + size * 1.8);
  context.closePath();
  context.stroke();
  context.fill();
}

function drawExit({ context, width, x, y }: Pen, trades: TradeColumns, i: number, pill: boolean, colors: Colors): void {
  const at = Number.isNaN(trades.exitRow[i]!) ? null : x(trades.exitRow[i]!);
  const level = y(trades.exitPrice[i]!);
  if (at === null || level === null || at < -4 || at > width + 4) {
    return;
  }
  const won = trades.pnl[i]! > 0;
  context.strokeStyle = won ? colors.gain : colors.loss;
  context.fillStyle = colors.ground;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(at, level, 4, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  if (!pill) {
    return;
  }
  const text = `${won ? '▲' : '▼'} ${signed(trades.pnl[i]! * 100, 1, '%')}`;
  context.font = `600 10.5px ${token('font-ui')}`;
  const wide = context.measureText(text).width + 10;
  const middle = Math.min(Math.max(at, wide / 2 + 2), width - wide / 2 - 2);
  const top = level + (won ? -24 : 10);
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(middle - wide / 2, top, wide, 16, 4);
  context.fill();
  context.stroke();
  context.fillStyle = won ? colors.gain : colors.loss;
  context.textAlign = 'center';
  context.fillText(text, middle, top + 11.5);
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}
