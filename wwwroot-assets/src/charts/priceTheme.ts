import { CrosshairMode, LineStyle, type DeepPartial, type TimeChartOptions } from 'lightweight-charts';
import { num } from '../format';
import { token } from '../tokens';

/** The chart's own colours and type, as the theme shown has them. */
export function chartOptions(digits: number): DeepPartial<TimeChartOptions> {
  const label = { color: token('crosshair'), labelBackgroundColor: token('surface-3') };
  return {
    layout: {
      background: { color: 'transparent' },
      textColor: token('axis'),
      fontFamily: token('font-ui'),
      fontSize: 11,
      panes: { separatorColor: token('line'), separatorHoverColor: token('line-strong') },
    },
    grid: { vertLines: { color: token('grid') }, horzLines: { color: token('grid') } },
    crosshair: { mode: CrosshairMode.Normal, vertLine: label, horzLine: label },
    rightPriceScale: { borderVisible: false, entireTextOnly: true, scaleMargins: { top: 0.08, bottom: 0.16 } },
    timeScale: { borderColor: token('line'), timeVisible: true, rightOffset: 4, minBarSpacing: 0.05 },
    // Without momentum: columns are exchanged while nobody drags.
    kineticScroll: { touch: false, mouse: false },
    localization: { priceFormatter: (price: number) => num(price, digits) },
  };
}

/** Candles a step calmer than money in figures. */
export const candleOptions = (digits: number) => ({
  upColor: token('candle-up'),
  downColor: token('candle-down'),
  wickUpColor: token('candle-up'),
  wickDownColor: token('candle-down'),
  borderVisible: false,
  priceLineColor: token('text-3'),
  priceLineStyle: LineStyle.Dotted,
  priceFormat: { type: 'price' as const, precision: digits, minMove: 10 ** -digits },
});
