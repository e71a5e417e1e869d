#!/usr/bin/env bash
# Measures how long a newcomer waits: clones this repository to a folder of its own, runs the README's first command with
# fresh state, and stops when the Overview shows the sample's result. Prints seconds by step; fails over a minute.
# What is not committed is not measured. The caches of NuGet and npm are used as they are.
set -eu
cd "$(dirname "$0")/.."
repository=$PWD most=60
command=$(sed -nE '/^dotnet run /{p;q}' README.md)
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || { kill -TERM -- "-$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f", to - from }'; }
say() { printf '%-34s %6s s\n' "$1" "$2"; }

# The browser is driven by the package that comes with the tests; where they were not built, or it lacks, curl reads the page.
browser=$(command -v chromium chromium-browser google-chrome google-chrome-stable | head -1 || true)
driver=$(find "$repository/artifacts/bin/Neurotrade.Tests" "$HOME/.nuget/packages/microsoft.playwright" \
  -maxdepth 4 -type d -path '*.playwright/package' 2>/dev/null | head -1 || true)
port=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
address=http://127.0.0.1:$port/

# A browser that waits from the beginning: its own start is no part of it.
cat >"$work/look.cjs" <<'JS'
const [driver, executablePath, address, seconds] = process.argv.slice(2);
(async () => {
  const browser = await require(driver).chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const until = Date.now() + seconds * 1000;
  while (!(await page.goto(address).catch(() => null))?.ok()) {
    if (Date.now() > until) { throw new Error('The server did not answer.'); }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  console.log('answers');
  await page.locator('main[data-interactive] [aria-labelledby="sample-title"] canvas').first()
    .waitFor({ timeout: Math.max(1, until - Date.now()) });
  console.log('shown');
  await browser.close();
})().catch((error) => { console.error(error.message); process.exit(1); });
JS
look() {
  if [ -n "$browser" ] && [ -n "$driver" ]; then
    node "$work/look.cjs" "$driver" "$browser" "$address" 300
  else
    until_true() { for _ in $(seq 1500); do "$@" && return; sleep 0.2; done; return 1; }
    shows() { curl -fs "$address" | grep -q 'id="sample-title"'; }
    until_true curl -fs -o "$work/page" "$address" && echo answers && until_true shows && echo shown
  fi
}

echo "$command, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
start=$(now)
git clone -q "$repository" "$work/neurotrade"
say 'clone' "$(since "$start")"
step=$(now)
set -m
(cd "$work/neurotrade" && NEUROTRADE_DATA="$work/state" NEUROTRADE_URLS=${address%/} exec $command) >"$work/log" 2>&1 &
server=$!
set +m
shown=
while read -r word; do
  case $word in
    answers) say 'restore, build, start' "$(since "$step")"; step=$(now) ;;
    shown) shown=$(since "$start"); say 'the result is on the Overview' "$(since "$step")" ;;
  esac
done < <(look)
[ -n "$shown" ] || { echo 'No result came.'; tail -20 "$work/log"; exit 1; }
say "from clone to result, at most $most" "$shown"
awk -v took="$shown" -v most=$most 'BEGIN { exit took > most }'
