// The page's charts: prices with trades, equity with its benchmark, the rolling ratio, and the spread of returns.
const compact = (value, step) => {
  if (value === 0) return "0";
  const size = Math.max(Math.abs(value), step);
  const [unit, letter] = size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e4 ? [1e3, "k"] : [1, ""];
  const digits = Math.max(0, Math.min(8, -Math.floor(Math.log10(step / unit) + 1e-9)));
  return fixed(value / unit, digits) + letter;
};

// Where one curve outgrows the other many times, only a logarithmic scale shows both.
const told = [...data.curve.e, ...data.curve.bh].filter((value) => value > 0);
let isLogEquity = told.reduce((a, b) => Math.max(a, b), 0) > 4 * told.reduce((a, b) => Math.min(a, b), Infinity);
let symbolIndex = 0;
let chosenTrade = null;

function equityChart() {
  const { t, e, lo, dd, bh, x: held } = data.curve;
  const nearest = (at) => Math.min(t.length - 1, Math.max(0, lowerBound(t, at)));
  timeChart("equity", [
    {
      share: 66, verticals: true, isLog: () => isLogEquity, format: compact,
      range: (from, to) => {
        const [first, last] = inSight(t, from, to);
        const [low, high] = extremes([e, lo, bh], first, last);
        const room = (high - low) * 0.05;
        return [isLogEquity ? low : low - room, high + room];
      },
      paint: (c, x, y, area, [from, to]) => {
        const [first, last] = inSight(t, from, to);
        c.strokeStyle = palette["line-strong"];
        c.setLineDash([2, 4]);
        line(c, 0, y(data.run.capital), area.right, y(data.run.capital));
        c.setLineDash([]);
        c.strokeStyle = palette.s6;
        c.lineWidth = 1.25;
        polyline(c, t, bh, first, last, x, y);
        c.strokeStyle = palette.s1;
        c.lineWidth = 2;
        c.lineJoin = "round";
        polyline(c, t, e, first, last, x, y);
      },
    },
    {
      share: 28, format: (v, step) => percent(v, step < 0.001 ? 2 : step < 0.01 ? 1 : 0, false), verticals: true,
      range: (from, to) => [-Math.max(0.001, extremes([dd], ...inSight(t, from, to))[1]) * 1.08, 0],
      paint: (c, x, y, area, [from, to]) => {
        const [first, last] = inSight(t, from, to);
        const fall = dd.map((d) => -d);
        c.fillStyle = palette["loss-fill"];
        c.globalAlpha = 0.16;
        c.beginPath();
        c.moveTo(x(t[first]), y(0));
        for (let i = first; i <= last; i++) c.lineTo(x(t[i]), y(fall[i]));
        c.lineTo(x(t[last]), y(0));
        c.fill();
        c.globalAlpha = 1;
        c.strokeStyle = palette["loss-fill"];
        c.lineWidth = 1;
        polyline(c, t, fall, first, last, x, y);
      },
    },
    {
      share: 6, range: () => [0, 1],
      paint: (c, x, y, area, [from, to]) => {
        const [first, last] = inSight(t, from, to);
        c.fillStyle = palette.accent;
        for (let i = Math.max(1, first); i <= last; i++) {
          c.globalAlpha = held[i] * 0.8;
          c.fillRect(x(t[i - 1]), area.top, Math.max(0.7, x(t[i]) - x(t[i - 1])), area.bottom - area.top);
        }
        c.globalAlpha = 1;
      },
    },
  ], (at) => {
    const i = nearest(at);
    return `${moment(t[i])}  strategy ${fixed(e[i], 2)}  buy and hold ${fixed(bh[i], 2)}  drawdown ${percent(-dd[i], 1, false)}`;
  });
}

// The bars themselves where the page holds them, else the joined candles.
function sourceFor(series, from, to) {
  const near = series.near;
  if (!near) return series;
  const count = lowerBound(near.t, to) - lowerBound(near.t, from);
  return count > 0 && count >= ((to - from) / near.bar) * 0.9 - 1 ? near : series;
}

// Candles joined until each has at least four pixels.
function joined(whole, from, to, most) {
  const series = sourceFor(whole, from, to);
  const [first, last] = inSight(series.t, from, to);
  const every = Math.max(1, Math.ceil((last - first + 1) / most));
  const rows = [];
  for (let i = first - (first % every); i <= last; i += every) {
    const end = Math.min(series.t.length, i + every);
    let [high, low, volume] = [-Infinity, Infinity, 0];
    for (let k = Math.max(0, i); k < end; k++) {
      if (series.h[k] > high) high = series.h[k];
      if (series.l[k] < low) low = series.l[k];
      volume += series.v[k];
    }
    rows.push([series.t[i], series.t[end - 1] + series.bar, series.o[i], high, low, series.c[end - 1], volume]);
  }
  return rows;
}

function priceChart() {
  if (!data.prices.length) return;
  let rows = [];
  timeChart("prices", [{
    share: 1, verticals: true, format: (v, step) => compact(v, step),
    range: (from, to) => {
      const width = byId("prices").clientWidth - AXIS;
      rows = joined(data.prices[symbolIndex], from, to, Math.max(50, width / 4));
      let [low, high] = [Infinity, -Infinity];
      for (const row of rows) [low, high] = [Math.min(low, row[4]), Math.max(high, row[3])];
      const room = (high - low) * 0.06;
      return [Math.max(low * 0.5, low - room * 3), high + room];
    },
    paint: (c, x, y, area, range) => {
      paintCandles(c, rows, x, y, area);
      paintTrades(c, x, y, area, range);
    },
  }], (at) => {
    const row = rows.find((candidate) => candidate[1] > at) || rows[rows.length - 1];
    if (!row) return "";
    const [t, , o, h, l, k] = row;
    return `${moment(t)}  O ${price(o)}  H ${price(h)}  L ${price(l)}  C ${price(k)}  ${percent(k / o - 1, 2)}`;
  });
}

function paintCandles(c, rows, x, y, area) {
  const most = Math.max(...rows.map((row) => row[6]), 1e-300);
  for (const [from, to, open, high, low, close, volume] of rows) {
    const width = Math.max(1, (x(to) - x(from)) * 0.7);
    const left = (x(from) + x(to)) / 2 - width / 2;
    const tall = (volume / most) * (area.bottom - area.top) * 0.14;
    c.fillStyle = palette.volume;
    c.fillRect(left, area.bottom - tall, width, tall);
    c.fillStyle = close >= open ? palette["candle-up"] : palette["candle-down"];
    c.fillRect(left + width / 2 - 0.5, y(high), 1, Math.max(1, y(low) - y(high)));
    c.fillRect(left, Math.min(y(open), y(close)), width, Math.max(1, Math.abs(y(open) - y(close))));
  }
}

// Entry: a triangle under the price. Exit: a ring in the colour of the outcome. Between them a soft field.
function paintTrades(c, x, y, area, [from, to]) {
  const shown = data.trades.rows.filter((row) => row[1] === symbolIndex && row[4] >= from && row[2] <= to);
  const isNear = shown.length <= 80;
  for (const row of shown) {
    const [id, , entered, entry, left, exit, , pnl] = row;
    const [x1, y1, x2, y2] = [x(entered), y(entry), x(left), y(exit)];
    const colour = pnl > 0 ? palette["gain-fill"] : palette["loss-fill"];
    if (isNear) {
      c.fillStyle = pnl > 0 ? palette["gain-soft"] : palette["loss-soft"];
      c.fillRect(x1, Math.min(y1, y2), Math.max(1, x2 - x1), Math.max(1, Math.abs(y2 - y1)));
      c.strokeStyle = colour;
      c.lineWidth = id === chosenTrade ? 2 : 1;
      c.setLineDash([4, 3]);
      line(c, x1, y1, x2, y2);
      c.setLineDash([]);
    }
    const size = isNear ? 5 : shown.length > 600 ? 1.5 : 2.5;
    c.fillStyle = palette.accent;
    c.beginPath();
    c.moveTo(x1, y1 + 3);
    c.lineTo(x1 - size, y1 + 3 + size * 1.7);
    c.lineTo(x1 + size, y1 + 3 + size * 1.7);
    c.fill();
    c.strokeStyle = colour;
    c.fillStyle = palette["surface-1"];
    c.lineWidth = isNear ? 2 : 1;
    c.beginPath();
    c.arc(x2, y2, size * 0.8, 0, 7);
    if (isNear) c.fill();
    c.stroke();
    if (shown.length <= 14) pill(c, x2, y2, row, colour, area);
  }
}

function pill(c, x, y, row, colour, area) {
  const text = `${row[7] > 0 ? "▲" : "▼"} ${percent(row[8], 1)}`;
  c.font = `500 11px ${palette["font-ui"]}`;
  const width = c.measureText(text).width + 12;
  const left = Math.min(Math.max(2, x - width / 2), area.right - width - 2);
  const top = Math.max(area.top, y - 30);
  c.fillStyle = palette["surface-1"];
  c.strokeStyle = colour;
  c.lineWidth = 1;
  c.beginPath();
  c.roundRect(left, top, width, 18, 4);
  c.fill();
  c.stroke();
  c.fillStyle = row[7] > 0 ? palette.gain : palette.loss;
  c.textAlign = "center";
  c.fillText(text, left + width / 2, top + 9.5);
}

function rollingChart() {
  const times = data.days.d.map((d) => (d + 1) * DAY);
  const values = data.days.s;
  if (!values.some((value) => value !== null)) return;
  timeChart("rolling", [{
    share: 1, verticals: true, format: (v, step) => compact(v, step),
    range: (from, to) => {
      const [low, high] = extremes([values], ...inSight(times, from, to));
      return [Math.min(low, 0) - 0.2, Math.max(high, 0) + 0.2];
    },
    paint: (c, x, y, area, [from, to]) => {
      c.strokeStyle = palette["line-strong"];
      line(c, 0, y(0), area.right, y(0));
      c.strokeStyle = palette.s3;
      c.lineWidth = 1.5;
      polyline(c, times, values, ...inSight(times, from, to), x, y);
    },
  }], (at) => {
    const i = Math.min(values.length - 1, lowerBound(times, at));
    return `${day(times[i] - DAY)}  ${isMissing(values[i]) ? NONE : fixed(values[i], 2)}`;
  });
}

let spreadOf = "trades";

function spreadChart() {
  const host = byId("spread");
  if (!host) return;
  const canvas = host.querySelector("canvas");
  const draw = () => {
    const values = (spreadOf === "trades" ? data.trades.rows.map((row) => row[8]) : data.days.r).filter((v) => !isMissing(v));
    const { c, width, height } = prepare(canvas);
    if (!values.length) {
      c.fillStyle = palette["text-3"];
      c.textAlign = "center";
      c.fillText(spreadOf === "trades" ? "No closed trades" : "No days", width / 2, height / 2);
      return;
    }
    paintSpread(c, values, width, height);
  };
  segment("spread-of", (value) => { spreadOf = value; draw(); });
  redraws.add(draw);
  new ResizeObserver(draw).observe(host);
}

function paintSpread(c, values, width, height) {
  const sorted = [...values].sort((a, b) => a - b);
  const inner = (q) => sorted[Math.floor((sorted.length - 1) * q)];
  // One far outlier must not press the rest into one bar: it is counted in the last.
  let [low, high] = values.length > 60 ? [inner(0.005), inner(0.995)] : [sorted[0], sorted[sorted.length - 1]];
  if (!(high > low)) [low, high] = [low - 0.005, high + 0.005];
  const step = niceStep(high - low, Math.min(48, Math.max(24, Math.sqrt(values.length) * 2)));
  const first = Math.floor(low / step);
  const bars = new Array(Math.max(1, Math.ceil(high / step + 1e-9) - first)).fill(0);
  for (const value of values) bars[Math.min(bars.length - 1, Math.max(0, Math.floor(value / step) - first))]++;
  const most = Math.max(...bars);
  const [right, bottom, top] = [width - 44, height - FOOT, 14];
  const bar = right / bars.length;
  const rise = niceStep(most, 4);
  c.textAlign = "left";
  for (let n = 0; n <= most; n += Math.max(1, rise)) {
    const y = Math.round(bottom - (n / most) * (bottom - top)) + 0.5;
    c.strokeStyle = palette.grid;
    line(c, 0, y, right, y);
    c.fillStyle = palette.axis;
    c.fillText(String(n), right + 8, y);
  }
  bars.forEach((count, i) => {
    const tall = (count / most) * (bottom - top);
    c.fillStyle = (first + i) * step >= -step * 1e-9 ? palette["gain-fill"] : palette["loss-fill"];
    if (count) c.fillRect(i * bar + 1, bottom - Math.max(1, tall), Math.max(1, bar - 2), Math.max(1, tall));
  });
  c.fillStyle = palette.axis;
  c.textAlign = "center";
  const every = Math.max(1, Math.ceil(58 / bar));
  for (let i = 0; i <= bars.length; i++) {
    if ((first + i) % every === 0 && i * bar > 16 && i * bar < right - 10) {
      const digits = step * every < 0.001 ? 2 : step * every < 0.01 ? 1 : 0;
      c.fillText(percent((first + i) * step, digits), i * bar, height - FOOT / 2);
    }
  }
}
