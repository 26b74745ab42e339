#!/usr/bin/env bash
# Every benchmark, or those that match a pattern; JMH's options follow. See README.md here.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
built() { find "$here/target" -maxdepth 1 -name 'model-benchmarks-*.jar' 2>/dev/null | head -1; }
if [ -z "$(built)" ]; then
  (cd "$here/../.." && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl model/benchmarks -am package)
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "$(built):$here/target/lib/*" org.openjdk.jmh.Main "$@"
