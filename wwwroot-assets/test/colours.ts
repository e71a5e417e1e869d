// Colours as eyes see them, for the tests of the tokens. A colour is #rrggbb, or #rrggbbaa.

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How the eyes of some see linear light: Machado, Oliveira and Fernandes 2009, severity 1. */
export const sights: Record<string, Matrix> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Distance in CIE L*a*b* (1976) of two colours as an eye sees them. */
export function difference(one: string, other: string, sight: Matrix): number {
  const [a, b] = [lab(one, sight), lab(other, sight)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** What is seen where a colour that lets light through lies on another. */
export function laidOver(front: string, back: string): string {
  const share = parseInt(front.slice(7, 9) || 'ff', 16) / 255;
  const [f, b] = [parts(front), parts(back)];
  return `#${f.map((value, i) => Math.round(255 * (value * share + b[i]! * (1 - share))).toString(16).padStart(2, '0')).join('')}`;
}

function parts(colour: string): Triple {
  const at = (i: number) => parseInt(colour.slice(i, i + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

// sRGB, IEC 61966-2-1.
const toLight = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function light(colour: string): Triple {
  const [r, g, b] = parts(colour);
  return [toLight(r), toLight(g), toLight(b)];
}

const dot = (row: Triple, value: Triple) => row[0] * value[0] + row[1] * value[1] + row[2] * value[2];

const luminance = (colour: string) => dot([0.2126, 0.7152, 0.0722], light(colour));

function lab(colour: string, sight: Matrix): Triple {
  const seen = light(colour);
  const [r, g, b] = sight.map((row) => Math.min(1, Math.max(0, dot(row, seen)))) as [number, number, number];
  // CIE 15: the white of D65.
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend(dot([0.4124, 0.3576, 0.1805], [r, g, b]) / 0.95047);
  const y = bend(dot([0.2126, 0.7152, 0.0722], [r, g, b]));
  const z = bend(dot([0.0193, 0.1192, 0.9505], [r, g, b]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
