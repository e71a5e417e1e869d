#!/usr/bin/env bash
# Measures the dashboard (pages, a million candles, memory, a hundred thousand trades) and writes docs/evidence/dashboard.md,
# or the file that is named. Takes some minutes; leave the machine alone meanwhile.
set -eu
cd "$(dirname "$0")/.."
[ $# = 0 ] || NEUROTRADE_FIGURES=$(realpath -m "$1")
export NEUROTRADE_FIGURES="${NEUROTRADE_FIGURES:-$PWD/docs/evidence/dashboard.md}" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Neurotrade.Tests -v quiet -clp:ErrorsOnly
dotnet artifacts/bin/Neurotrade.Tests/debug/Neurotrade.Tests.dll -noColor -explicit only \
  -class 'Neurotrade.Tests.Browser.Figures.DashboardFigures'
echo "Written: $NEUROTRADE_FIGURES"
