#!/usr/bin/env bash
# Every benchmark, or those that match a pattern; JMH's options follow. See README.md here.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
target=$here/target
if [ ! -e "$target/model-benchmarks-0.1.0.jar" ]; then
  (cd "$here/../.." && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl model/benchmarks -am package)
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -cp "$target/model-benchmarks-0.1.0.jar:$target/lib/*" org.openjdk.jmh.Main "$@"
