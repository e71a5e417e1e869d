import type { Rows } from '../windows';
import type { Overlay } from './priceView';

/** What a price chart is made with; the page's own record of the same name. */
export interface PriceOptions {
  /** Where columns of a range come from: `from`, `to` and `points` are added. */
  url: string;
  /** Where the trades come from, or null. */
  tradesUrl: string | null;
  /** Where levels of a range come from, or null: `from` and `to` are added. */
  levelsUrl: string | null;
  /** Rows of the whole series. */
  total: number;
  digits: number;
  overlays: Overlay[];
  /** Names of the panes below the prices. */
  panes: string[];
  visible: Rows;
  selected: number | null;
}
