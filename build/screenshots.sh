#!/usr/bin/env bash
# Takes pictures of every page, wide and on a phone, dark and light, into docs/images, or the folder that is named. The data
# are generated and the clock stands still: pictures change only with the pages.
set -eu
cd "$(dirname "$0")/.."
[ $# = 0 ] || NEUROTRADE_PICTURES=$(realpath -m "$1")
export NEUROTRADE_PICTURES="${NEUROTRADE_PICTURES:-$PWD/docs/images}" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build Neurotrade.Tests -v quiet -clp:ErrorsOnly
dotnet artifacts/bin/Neurotrade.Tests/debug/Neurotrade.Tests.dll -noColor -explicit only \
  -class 'Neurotrade.Tests.Browser.Pictures.DashboardPictures'
du -sh "$NEUROTRADE_PICTURES"
