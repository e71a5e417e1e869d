#!/usr/bin/env bash
# Builds everything and runs every test; ends with "N passed, N failed, N skipped".
# As root on Debian or Ubuntu it first installs what tests need from the system's packages; elsewhere the tests that lack
# something are skipped, and say so. NEUROTRADE_LONG=1 adds the long tier.
set -u
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

finish() {
  printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" = 0 ] && [ "${1:-0}" = 0 ]
  exit
}

# The value behind a name in the summary: "Failed: 3", and Node's "# fail 3".
count() { sed -nE "s/.* $1: ([0-9]+).*/\1/p" "$2" | tail -1; }
node_count() { sed -nE "s/^(#|ℹ) $1 ([0-9]+)$/\2/p" "$work/npm" | tail -1; }

has_browser() { command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null; }

if ! has_browser; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say 'Installing chromium, for the browser tests'
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >"$work/apt" 2>&1 \
      || { tail -5 "$work/apt"; echo 'chromium could not be installed.'; }
  fi
  has_browser || echo '!! No chromium: the browser tests will be SKIPPED (Debian and Ubuntu: apt install chromium).'
fi

# A driver that runs OpenCL kernels on the processor: what a GPU would run is tested everywhere.
has_opencl() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q 'libOpenCL\.so' && ls /etc/OpenCL/vendors/*.icd >/dev/null 2>&1; }

if ! has_opencl; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say 'Installing an OpenCL driver for the processor, for the tests of the GPU kernels'
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pocl-opencl-icd ocl-icd-libopencl1; } \
      >"$work/apt" 2>&1 || { tail -5 "$work/apt"; echo 'The OpenCL driver could not be installed.'; }
  fi
  has_opencl || echo '!! No OpenCL device: the tests of the GPU kernels will be SKIPPED (Debian and Ubuntu: apt install pocl-opencl-icd).'
fi

say 'Build'
dotnet build Neurotrade.sln -warnaserror -v minimal -clp:Summary || { failed=1; echo 'The build failed.'; finish; }

say 'Scripts of the pages'
npm --prefix wwwroot-assets test >"$work/npm" 2>&1
npm_rc=$?
if [ $npm_rc != 0 ]; then cat "$work/npm"; fi
pass=$(node_count pass); fail=$(node_count fail); skip=$(node_count skipped)
passed=$((passed + ${pass:-0})) failed=$((failed + ${fail:-0})) skipped=$((skipped + ${skip:-0}))
if [ $npm_rc != 0 ] && [ "${fail:-0}" = 0 ]; then failed=$((failed + 1)); fi
echo "${pass:-0} passed"

say 'Tests'
dotnet artifacts/bin/Neurotrade.Tests/debug/Neurotrade.Tests.dll -noColor "$@" 2>&1 | tee "$work/tests"
tests_rc=${PIPESTATUS[0]}
total=$(count 'Total' "$work/tests"); fail=$(count 'Failed' "$work/tests"); skip=$(count 'Skipped' "$work/tests")
errors=$(count 'Errors' "$work/tests"); asked=$(count 'Not Run' "$work/tests")

# Tests of the long tier are left out on purpose, by a choice of the person; they are told apart from what lacks something.
long=$(grep -c '^ *Long tier:' "$work/tests")
# What measures and takes pictures runs only when asked for by name.
skip=$((${skip:-0} - long)) total=$((${total:-0} - long - ${asked:-0}))
[ "$long" = 0 ] || echo "$long of the long tier left out; NEUROTRADE_LONG=1 runs them."
fail=$((${fail:-0} + ${errors:-0}))
passed=$((passed + ${total:-0} - fail - ${skip:-0})) failed=$((failed + fail)) skipped=$((skipped + ${skip:-0}))
if [ "$tests_rc" != 0 ] && [ "$fail" = 0 ]; then failed=$((failed + 1)); echo "The tests ended with exit code $tests_rc."; fi

finish
