// What every part of the report uses: the data, formats, colours and the shared view. Plain script, no libraries.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const DAY = 86400000;
const MINUS = "\u2212";
const NONE = "\u2013";

const isMissing = (value) => value === null || value === undefined || !Number.isFinite(value);

function fixed(value, digits, sign) {
  if (isMissing(value)) return NONE;
  const text = Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const isZero = !/[1-9]/.test(text);
  return (value < 0 && !isZero ? MINUS : sign && !isZero ? "+" : "") + text;
}

const percent = (value, digits = 1, sign = true) => (isMissing(value) ? NONE : fixed(value * 100, digits, sign) + "%");
const two = (n) => String(n).padStart(2, "0");

function day(millis) {
  const d = new Date(millis);
  return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
}

function moment(millis) {
  const d = new Date(millis);
  const seconds = d.getUTCSeconds() ? `:${two(d.getUTCSeconds())}` : "";
  return `${day(millis)} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${seconds}`;
}

function span(millis) {
  const minutes = Math.round(millis / 60000);
  if (minutes < 60) return millis < 60000 ? `${Math.round(millis / 1000)} s` : `${minutes} min`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return `${Math.floor(minutes / 1440)} d ${Math.floor((minutes % 1440) / 60)} h`;
}

function priceDigits(price) {
  const size = Math.abs(price);
  return size >= 10 ? 2 : size >= 0.1 ? 4 : size >= 0.001 ? 6 : 8;
}

const price = (value) => fixed(value, priceDigits(value));

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

// The first index whose value is at or over the one asked for.
function lowerBound(values, wanted) {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle] < wanted) from = middle + 1; else to = middle;
  }
  return from;
}

let palette = {};
const redraws = new Set();

function readPalette() {
  const style = getComputedStyle(root);
  const names = ["bg", "surface-1", "surface-2", "surface-3", "line", "line-strong", "text", "text-2", "text-3", "accent",
    "accent-soft", "gain", "loss", "gain-fill", "loss-fill", "gain-soft", "loss-soft", "candle-up", "candle-down",
    "volume", "grid", "axis", "crosshair", "s1", "s3", "s6", "font-ui", "font-mono"];
  palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function redrawAll() {
  readPalette();
  for (const redraw of redraws) redraw();
}

// The stretch of time that the charts of the page show together, and the moment that is pointed at.
const view = {
  whole: [data.run.start, data.run.end],
  range: [data.run.start, data.run.end],
  cursor: null,
  least: Math.max(data.run.bar * 24, ...data.prices.filter((series) => !series.near).map((series) => series.bar * 24)),
  show(from, to) {
    const [first, last] = this.whole;
    const length = Math.min(Math.max(to - from, this.least), last - first);
    const start = Math.min(Math.max(from, first), last - length);
    this.range = [start, start + length];
    schedule();
  },
  fit() { this.show(...this.whole); },
  zoom(factor, around) {
    const [from, to] = this.range;
    this.show(around - (around - from) * factor, around + (to - around) * factor);
  },
  pan(millis) { this.show(this.range[0] + millis, this.range[1] + millis); },
  point(millis) { this.cursor = millis; schedule(); },
};

let isScheduled = false;

function schedule() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    for (const redraw of redraws) redraw();
  });
}

// A row of buttons of which one holds; the buttons stand in the page, so that they are there without script.
function segment(id, choose) {
  const group = byId(id);
  if (!group) return;
  group.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    for (const other of group.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
    choose(button.dataset.value);
  });
}
