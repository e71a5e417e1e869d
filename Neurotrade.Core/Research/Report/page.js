// The trade table, the convention switch, the theme and the keys of the page.
const PAGE = 20;
const table = { sort: 0, isRising: true, filter: "", page: 0 };
const rows = data.trades.rows;
const reasonOf = (row) => data.trades.reasons[row[10]];
const tagOf = (row) => data.trades.tags[row[11]];
const symbolOf = (row) => data.trades.symbols[row[1]];

const columns = [
  ["#", (row) => row[0], (row) => String(row[0]), ""],
  ["Symbol", symbolOf, symbolOf, "less", data.trades.symbols.length > 1],
  ["Entered", (row) => row[2], (row) => moment(row[2]), ""],
  ["Price", (row) => row[3], (row) => price(row[3]), "num less"],
  ["Left", (row) => row[4], (row) => moment(row[4]), "less"],
  ["Price", (row) => row[5], (row) => price(row[5]), "num less"],
  ["Quantity", (row) => row[6], (row) => Number(row[6].toPrecision(6)).toString(), "num less"],
  [`PnL, ${data.run.quote}`, (row) => row[7], (row) => fixed(row[7], 2, true), "num"],
  ["Return", (row) => row[8], (row) => `${row[8] > 0 ? "▲" : "▼"} ${percent(row[8], 2)}`, "num"],
  ["Worst and best point", (row) => row[12], null, "less"],
  ["Held", (row) => row[4] - row[2], (row) => (row[4] === row[2] ? "same bar" : span(row[4] - row[2])), "num less"],
  ["Left by", reasonOf, reasonOf, ""],
  ["Tag", tagOf, (row) => tagOf(row) || NONE, "wrap less"],
].filter((column) => column[4] !== false);

function found() {
  const words = table.filter.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = words.length === 0 ? [...rows] : rows.filter((row) => {
    const text = `${row[0]} ${symbolOf(row)} ${moment(row[2])} ${moment(row[4])} ${reasonOf(row)} ${tagOf(row)} ${row[7] > 0 ? "win" : "loss"}`;
    return words.every((word) => text.toLowerCase().includes(word));
  });
  const key = columns[table.sort][1];
  const sign = table.isRising ? 1 : -1;
  return matches.sort((a, b) => {
    const [p, q] = [key(a), key(b)];
    return (p < q ? -1 : p > q ? 1 : a[0] - b[0]) * sign;
  });
}

// Worst and best point on one rail, the exit as a tick; the rail fits nine of ten trades, the others reach its end.
const reaches = rows.map((row) => Math.max(-row[12], row[13])).sort((a, b) => a - b);
const widest = Math.max(1e-9, reaches[Math.floor((reaches.length - 1) * 0.9)] || 0);

function rangeOf(row) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  const at = (v) => 55 + Math.max(-1, Math.min(1, v / widest)) * 54;
  const stroke = (name, x1, x2, y1 = 5, y2 = 5, width = 3) => {
    const part = document.createElementNS(ns, "line");
    for (const [key, value] of Object.entries({ class: name, x1, x2, y1, y2, "stroke-width": width })) part.setAttribute(key, value);
    svg.append(part);
  };
  svg.setAttribute("class", "range");
  svg.setAttribute("viewBox", "0 0 110 10");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `worst ${percent(row[12], 1)}, best ${percent(row[13], 1)}`);
  stroke("rail", 1, 109, 5, 5, 2);
  stroke("low", at(row[12]), at(0));
  stroke("high", at(0), at(row[13]));
  stroke("mark", at(row[5] / row[3] - 1), at(row[5] / row[3] - 1), 0, 10, 2);
  return svg;
}

function showTrades() {
  const body = byId("trade-rows");
  const all = found();
  const last = Math.max(0, Math.ceil(all.length / PAGE) - 1);
  table.page = Math.min(table.page, last);
  const part = all.slice(table.page * PAGE, (table.page + 1) * PAGE);
  body.replaceChildren(...part.map((row) => {
    const line = element("tr", { class: row[0] === chosenTrade ? "pick chosen" : "pick", tabindex: "0" });
    for (const [, , text, style] of columns) {
      const isMoney = text && /^(.*num.*)$/.test(style) && (text(row).startsWith("+") || text(row).startsWith(MINUS) || /^[▲▼]/.test(text(row)));
      const tone = isMoney ? (row[7] > 0 ? " gain" : " loss") : "";
      line.append(element("td", { class: style + tone || null }, text ? text(row) : rangeOf(row)));
    }
    line.addEventListener("click", () => choose(row));
    line.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(row); });
    return line;
  }));
  byId("trade-count").textContent = all.length === 0 ? "none"
    : `${table.page * PAGE + 1}–${table.page * PAGE + part.length} of ${all.length}`;
  byId("trade-before").disabled = table.page === 0;
  byId("trade-after").disabled = table.page === last;
}

// Shows a trade on the price chart with as much again on both sides.
function choose(row) {
  chosenTrade = row[0];
  symbolIndex = row[1];
  for (const button of document.querySelectorAll("#price-symbol button")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.value) === symbolIndex));
  }
  const around = Math.max(row[4] - row[2], data.run.bar * 24);
  view.show(row[2] - around, row[4] + around);
  showTrades();
  byId("prices").scrollIntoView({ block: "center" });
}

function tradeTable() {
  if (!byId("trade-rows")) return;
  const head = element("tr", {});
  columns.forEach(([name, , , style], i) => {
    const button = element("button", { type: "button" }, name);
    const cell = element("th", { scope: "col", class: style || null }, button);
    button.addEventListener("click", () => {
      table.isRising = table.sort === i ? !table.isRising : true;
      table.sort = i;
      for (const other of head.children) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", table.isRising ? "ascending" : "descending");
      showTrades();
    });
    head.append(cell);
  });
  head.children[0].setAttribute("aria-sort", "ascending");
  byId("trade-head").append(head);
  byId("trade-filter").addEventListener("input", (event) => {
    table.filter = event.target.value;
    table.page = 0;
    showTrades();
  });
  byId("trade-before").addEventListener("click", () => { table.page--; showTrades(); });
  byId("trade-after").addEventListener("click", () => { table.page++; showTrades(); });
  showTrades();
}

// The same run as another program counts it; figures that change say so.
function conventions() {
  const own = data.conventions[0];
  const text = {
    sharpe: (v) => fixed(v, 2), sortino: (v) => fixed(v, 2), calmar: (v) => fixed(v, 2), profit_factor: (v) => fixed(v, 2),
    cagr: (v) => percent(v, Math.abs(v) < 0.01 ? 2 : 1),
    max_drawdown: (v) => (isMissing(v) ? NONE : percent(-v, Math.abs(v) < 0.01 ? 2 : 1)), sqn: (v) => fixed(v, 2),
    expectancy: (v, c) => (c.expectancy_unit === "quote" ? fixed(v, 2, true) : c.expectancy_unit === "fraction" ? percent(v, 2) : fixed(v, 2)),
  };
  segment("convention", (name) => {
    const chosen = data.conventions.find((candidate) => candidate.name === name);
    for (const tile of document.querySelectorAll("[data-figure]")) {
      const figure = tile.dataset.figure;
      const [value, before] = [chosen[figure], own[figure]];
      const isChanged = chosen !== own && text[figure](value, chosen) !== text[figure](before, own);
      tile.querySelector(".value").textContent = text[figure](value, chosen);
      const unit = tile.querySelector("small");
      if (unit) unit.textContent = { quote: data.run.quote, fraction: "of its cost", ratio: "ratio" }[chosen.expectancy_unit];
      tile.classList.toggle("changed", isChanged);
      const note = tile.querySelector(".note");
      if (note.dataset.own === undefined) note.dataset.own = note.textContent;
      note.textContent = isChanged ? `as ${name} counts` : note.dataset.own;
    }
  });
}

function theme() {
  const system = window.matchMedia("(prefers-color-scheme: light)");
  let chosen = null;
  try { chosen = localStorage.getItem("neurotrade-theme"); } catch { /* pages opened from a file may have no storage */ }
  const apply = (name) => {
    root.dataset.theme = name;
    byId("theme").textContent = name === "dark" ? "Light" : "Dark";
    redrawAll();
  };
  const wanted = () => chosen || (system.matches ? "light" : "dark");
  byId("theme").addEventListener("click", () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    try { localStorage.setItem("neurotrade-theme", chosen); } catch { /* as above */ }
    apply(chosen);
  });
  system.addEventListener("change", () => apply(wanted()));
  window.addEventListener("beforeprint", () => apply("light"));
  window.addEventListener("afterprint", () => apply(wanted()));
  apply(wanted());
}

function ranges() {
  for (const button of document.querySelectorAll("#equity-scale button")) {
    button.setAttribute("aria-pressed", String((button.dataset.value === "log") === isLogEquity));
  }
  segment("price-range", (value) => {
    const end = view.whole[1];
    view.show(value === "all" ? view.whole[0] : end - Number(value) * DAY, end);
  });
  // After a wheel, a drag or a chosen trade no button may say what is no longer shown.
  redraws.add(() => {
    for (const button of document.querySelectorAll("#price-range button")) {
      const value = button.dataset.value;
      const start = value === "all" ? view.whole[0] : Math.max(view.whole[0], view.whole[1] - Number(value) * DAY);
      const isShown = Math.abs(view.range[0] - start) < 1000 && Math.abs(view.range[1] - view.whole[1]) < 1000;
      button.setAttribute("aria-pressed", String(isShown && (value === "all" || start > view.whole[0])));
    }
  });
  segment("price-symbol", (value) => { symbolIndex = Number(value); schedule(); });
  segment("equity-scale", (value) => { isLogEquity = value === "log"; schedule(); });
  segment("came-from", (value) => {
    for (const part of document.querySelectorAll("[data-came-from]")) part.classList.toggle("hidden", part.dataset.cameFrom !== value);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && byId("trade-filter")) { event.preventDefault(); byId("trade-filter").focus(); }
  if (event.key === "f" || event.key === "F") view.fit();
});

readPalette();
equityChart();
priceChart();
rollingChart();
spreadChart();
tradeTable();
conventions();
ranges();
theme();
