// Charts over time: panes above one another on one axis, drawn on a canvas; zoomed, panned and pointed at together.
const AXIS = 66;
const FOOT = 22;
const STEPS = [1e3, 5e3, 15e3, 6e4, 3e5, 9e5, 18e5, 36e5, 108e5, 216e5, 432e5, DAY, 2 * DAY, 7 * DAY, 14 * DAY];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function niceStep(length, wanted) {
  const raw = length / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(raw));
  const digit = raw / power;
  return power * (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1);
}

function timeTicks(from, to, wanted) {
  const raw = (to - from) / Math.max(1, wanted);
  const step = STEPS.find((candidate) => candidate >= raw);
  const ticks = [];
  if (step) {
    for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
      const d = new Date(t);
      const isDay = t % DAY === 0;
      ticks.push([t, step >= DAY || isDay ? `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`
        : `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${step < 6e4 ? `:${two(d.getUTCSeconds())}` : ""}`]);
    }
    return ticks;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((m) => m * 30 * DAY >= raw) || 120;
  const first = new Date(from);
  let at = first.getUTCFullYear() * 12 + Math.ceil(first.getUTCMonth() / months) * months;
  for (; ; at += months) {
    const t = Date.UTC(Math.floor(at / 12), at % 12, 1);
    if (t > to) return ticks;
    if (t >= from) ticks.push([t, `${Math.floor(at / 12)}-${two((at % 12) + 1)}`]);
  }
}

function prepare(canvas) {
  const box = canvas.getBoundingClientRect();
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.max(1, Math.round(box.width)), Math.max(1, Math.round(box.height))];
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  }
  const c = canvas.getContext("2d");
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.clearRect(0, 0, width, height);
  c.font = `11px ${palette["font-ui"]}`;
  c.textBaseline = "middle";
  return { c, width, height };
}

function timeChart(id, panes, readout) {
  const host = byId(id);
  if (!host) return null;
  const canvas = host.querySelector("canvas");
  const told = host.querySelector(".readout");
  const total = panes.reduce((sum, pane) => sum + pane.share, 0);
  let box = { left: 0, right: 1, bottom: 1 };

  function draw() {
    const { c, width, height } = prepare(canvas);
    box = { left: 0, right: width - AXIS, bottom: height - FOOT };
    const [from, to] = view.range;
    const x = (t) => ((t - from) / (to - from)) * box.right;
    const ticks = timeTicks(from, to, box.right / 96);
    let top = 20;
    const room = box.bottom - top;
    for (const pane of panes) {
      const bottom = top + (room * pane.share) / total;
      drawPane(c, pane, { top: top + 4, bottom: bottom - 4, right: box.right, width }, x, ticks);
      top = bottom;
      if (pane !== panes[panes.length - 1]) {
        c.strokeStyle = palette.line;
        line(c, 0, Math.round(bottom) + 0.5, width, Math.round(bottom) + 0.5);
      }
    }
    c.fillStyle = palette.axis;
    c.textAlign = "center";
    for (const [t, label] of ticks) {
      if (x(t) > 24 && x(t) < box.right - 10) c.fillText(label, x(t), height - FOOT / 2);
    }
    if (view.cursor !== null && view.cursor >= from && view.cursor <= to) {
      c.strokeStyle = palette.crosshair;
      c.setLineDash([3, 3]);
      line(c, Math.round(x(view.cursor)) + 0.5, 18, Math.round(x(view.cursor)) + 0.5, box.bottom);
      c.setLineDash([]);
    }
    const text = readout ? readout(view.cursor === null ? to : view.cursor) : "";
    if (told.textContent !== text) told.textContent = text;
  }

  function drawPane(c, pane, area, x, ticks) {
    let [low, high] = pane.range(view.range[0], view.range[1]);
    if (!(high > low)) [low, high] = [low - (Math.abs(low) * 0.01 || 1), high + (Math.abs(high) * 0.01 || 1)];
    const isLog = pane.isLog && pane.isLog() && low > 0;
    const scale = isLog ? Math.log : (v) => v;
    const [a, b] = [scale(low), scale(high)];
    const y = (v) => area.bottom - ((scale(v) - a) / (b - a)) * (area.bottom - area.top);
    const step = niceStep(high - low, (area.bottom - area.top) / (pane.share < 50 ? 26 : 44));
    c.lineWidth = 1;
    c.textAlign = "left";
    if (pane.format) {
      for (let v = Math.ceil(low / step) * step; v <= high + step * 1e-9; v += step) {
        const at = Math.round(y(v)) + 0.5;
        c.strokeStyle = palette.grid;
        line(c, 0, at, area.right, at);
        c.fillStyle = palette.axis;
        c.fillText(pane.format(Math.abs(v) < step * 1e-9 ? 0 : v, step), area.right + 8, at);
      }
    }
    c.save();
    c.beginPath();
    c.rect(0, area.top - 5, area.right, area.bottom - area.top + 10);
    c.clip();
    c.strokeStyle = palette.grid;
    for (const [t] of pane.verticals ? ticks : []) line(c, Math.round(x(t)) + 0.5, area.top, Math.round(x(t)) + 0.5, area.bottom);
    pane.paint(c, x, y, area, view.range);
    c.restore();
  }

  control(canvas, () => box);
  redraws.add(draw);
  new ResizeObserver(draw).observe(host);
  return draw;
}

function line(c, x1, y1, x2, y2) {
  c.beginPath();
  c.moveTo(x1, y1);
  c.lineTo(x2, y2);
  c.stroke();
}

// Wheel and drag, two fingers, double click, keys.
function control(canvas, box) {
  const at = (event) => {
    const [from, to] = view.range;
    return from + ((event.clientX - canvas.getBoundingClientRect().left) / box().right) * (to - from);
  };
  const perPixel = () => (view.range[1] - view.range[0]) / box().right;
  const fingers = new Map();
  canvas.addEventListener("wheel", (event) => {
    const isOurs = event.ctrlKey || canvas.dataset.wheel === "zoom" || document.activeElement === canvas;
    if (!isOurs || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    const isWhole = view.range[1] - view.range[0] >= view.whole[1] - view.whole[0];
    if (isWhole && event.deltaY > 0) return;
    event.preventDefault();
    view.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.004), at(event));
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event.clientX);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    view.point(at(event));
    if (!fingers.has(event.pointerId)) return;
    const before = fingers.get(event.pointerId);
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 1) {
      view.pan((before - event.clientX) * perPixel());
    } else if (fingers.size === 2) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const [old, now] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (old > 8 && now > 8) view.zoom(old / now, at(event));
    }
  });
  const drop = (event) => fingers.delete(event.pointerId);
  canvas.addEventListener("pointerup", drop);
  canvas.addEventListener("pointercancel", drop);
  canvas.addEventListener("pointerleave", () => { if (!fingers.size) view.point(null); });
  canvas.addEventListener("dblclick", () => view.fit());
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [from, to] = view.range;
    const moves = {
      ArrowLeft: () => view.pan((from - to) / 10), ArrowRight: () => view.pan((to - from) / 10),
      "+": () => view.zoom(0.7, (from + to) / 2), "=": () => view.zoom(0.7, (from + to) / 2),
      "-": () => view.zoom(1 / 0.7, (from + to) / 2), f: () => view.fit(), F: () => view.fit(), Home: () => view.fit(),
    };
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  });
}

// The part of a rising column of times that is in sight, with a neighbour on each side.
function inSight(times, from, to) {
  return [Math.max(0, lowerBound(times, from) - 1), Math.min(times.length - 1, lowerBound(times, to))];
}

function extremes(columns, first, last) {
  let [low, high] = [Infinity, -Infinity];
  for (const column of columns) {
    for (let i = first; i <= last; i++) {
      if (column[i] === null) continue;
      if (column[i] < low) low = column[i];
      if (column[i] > high) high = column[i];
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

function polyline(c, times, values, first, last, x, y) {
  c.beginPath();
  let isDown = false;
  for (let i = first; i <= last; i++) {
    if (values[i] === null) { isDown = false; continue; }
    if (isDown) c.lineTo(x(times[i]), y(values[i])); else c.moveTo(x(times[i]), y(values[i]));
    isDown = true;
  }
  c.stroke();
}
