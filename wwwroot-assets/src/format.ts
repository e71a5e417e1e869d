/** Figures as every page writes them: grouped, a true minus, a dash for what is not defined. */

const formats = new Map<number, Intl.NumberFormat>();

const format = (digits: number): Intl.NumberFormat => {
  let found = formats.get(digits);
  if (!found) {
    found = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, found);
  }
  return found;
};

/** `1,484.06`, `−3.20`; never `−0.00`. */
export function num(value: number | null | undefined, digits = 2): string {
  if (value == null || !Number.isFinite(value)) {
    return '–';
  }
  const text = format(digits).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** The same with `+` before what is above zero; for profits and returns only. */
export function signed(value: number | null | undefined, digits = 2, unit = ''): string {
  const text = num(value, digits);
  return text === '–' ? text : (value! > 0 && /[1-9]/.test(text) ? `+${text}` : text) + unit;
}

/** A value of any size, with as many decimals as tell it from its neighbours. */
export function value(figure: number): string {
  const size = Math.abs(figure);
  return num(figure, size >= 10_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.001 || size === 0 ? 4 : 8);
}

/** A short form for axes: `25k`, `1.2M`. */
export function short(value: number): string {
  const size = Math.abs(value);
  const [scale, letter] = size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : size >= 1e4 ? [1e3, 'k'] : [1, ''];
  const scaled = value / scale;
  return num(scaled, Number.isInteger(scaled) || Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) < 1 ? 2 : 1) + letter;
}

/** Decimals that a price of this size needs to be told from its neighbours. */
export function priceDigits(price: number): number {
  const size = Math.abs(price);
  return !Number.isFinite(size) || size >= 1000 ? 0 : size >= 10 ? 2 : size >= 0.1 ? 4 : 8;
}

/** `2024-02-26 12:00`, UTC. */
export const minute = (millis: number): string => new Date(millis).toISOString().slice(0, 16).replace('T', ' ');

/** `2024-02-26`, UTC. */
export const day = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
