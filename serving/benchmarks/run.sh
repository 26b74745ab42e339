#!/usr/bin/env bash
# Measures the service and what it stands on, in one run. See README.md here.
#   run.sh SNAPSHOT [CLIENTS] [SECONDS] [ROUNDS]
# SNAPSHOT is a published snapshot's folder; one of CLIENTS (356255 unless said) is made of it.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# -ge 1 ] || { echo "usage: run.sh SNAPSHOT [CLIENTS] [SECONDS] [ROUNDS]" >&2; exit 2; }
snapshot=$(readlink -f "$1") clients=${2:-356255} seconds=${3:-5} rounds=${4:-12}
command -v wrk >/dev/null || { echo "run.sh: there is no wrk (Debian: apt-get install wrk)" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
jar=$root/serving/target/serving-0.1.0.jar
if [ ! -e "$here/target/serving-benchmarks-0.1.0.jar" ] || [ ! -e "$jar" ]; then
  (cd "$root" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl serving/benchmarks -am package)
fi
cp="$here/target/serving-benchmarks-0.1.0.jar:$here/target/lib/*"
work=$here/target/run
rm -rf "$work/serve" && mkdir -p "$work/serve"

if [ ! -e "$work/snapshots/CURRENT" ] || [ "$(cat "$work/of" 2>/dev/null)" != "$snapshot $clients" ]; then
  rm -rf "$work/snapshots" && mkdir -p "$work/snapshots"
  "$java" -Xmx512m -cp "$cp" org.creditscoring.serving.benchmarks.Enlarge "$snapshot" "$work/snapshots" "$clients" >"$work/clients"
  echo "$snapshot $clients" >"$work/of"
fi
id=$(cat "$work/snapshots/CURRENT")
read -r first clients <<<"$(tail -1 "$work/clients")"
echo "snapshot: $clients clients, $(du -sm "$work/snapshots/$id" | cut -f1) MB, $(tr ',' '\n' <"$work/snapshots/$id/manifest.json" | sed -n '/"features"/,/]/p' | wc -l) features; $(nproc) cores; load average $(cut -d' ' -f1 /proc/loadavg)"

if [ -z "${SKIP_JMH:-}" ]; then
  "$java" -Dsnapshots="$work/snapshots" -cp "$cp" org.openjdk.jmh.Main LookUpBenchmark -rf csv -rff "$work/look-up.csv" >"$work/jmh.log" \
    || { tail -30 "$work/jmh.log" >&2; exit 1; }
  sed -n '/^Benchmark/,$p' "$work/jmh.log"
fi

port=$((20000 + RANDOM % 20000))
export CREDIT_HOME=$work/serve CREDIT_SERVING_RATE_LIMIT=100000000
# shellcheck disable=SC2086
serve() {
  MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2} exec "$java" "@$root/conf/serving.jvm" -XX:SharedArchiveFile="${jar%.jar}.jsa" \
    ${CREDIT_SERVING_JVM:-} -jar "$jar" serve --snapshots "$work/snapshots" --port $port "$@"
}
[ -e "${jar%.jar}.jsa" ] || echo "there is no class archive beside the jar: the start takes longer than it does after a build"
# The second start of two is measured, with nothing left to be written to disk: a first one after the snapshot was made
# waits for the disk, not for us.
sync
(serve --check) >"$work/serve/out" 2>"$work/serve/err" || { cat "$work/serve/err" >&2; exit 1; }
started=$(date +%s%N)
(serve) >"$work/serve/out" 2>"$work/serve/err" &
service=$!
trap 'kill $service 2>/dev/null || true' EXIT
until grep -q '^serving on' "$work/serve/out"; do
  kill -0 $service || { cat "$work/serve/err" >&2; exit 1; }
  sleep 0.02
done
echo "start to ready, the second time: $((($(date +%s%N) - started) / 1000000)) ms"
until grep -q 'are in memory' "$work/serve/err"; do
  kill -0 $service && ! grep -q 'served no more\|could not be taken' "$work/serve/err" || { cat "$work/serve/err" >&2; exit 1; }
  sleep 0.2
done

TOKEN=$(cat "$work/serve/run/api-token")
export TOKEN FIRST=$first CLIENTS=$clients
kinds="empty audited client explanation"
ask() { KIND=$1 wrk -t 2 -c 8 -d "$2" -s "$here/ask.lua" "http://127.0.0.1:$port" | sed -n 's/^RESULT //p'; }
for kind in $kinds; do ask "$kind" 10 >/dev/null; done
# Short rounds in turn, so that what else the machine does falls on all of them.
for ((round = 0; round < rounds; round++)); do
  for kind in $kinds; do ask "$kind" "$seconds"; done
done | tee "$work/wrk.log"
awk '/^VmRSS:/ {now=$2} /^VmHWM:/ {most=$2} END {printf "resident: %d MB, at most %d MB\n", now/1024, most/1024}' "/proc/$service/status"
# Of the rounds the middle one, for another's burst on the machine is in some of them; and the worst p99 of all.
sorted() { awk -v kind="$1" -v column="$2" '$1 == kind {print $column}' "$work/wrk.log" | sort -n; }
middle() { sorted "$1" "$2" | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'; }
for kind in $kinds; do
  [ "$(sorted "$kind" 2 | wc -l)" = "$rounds" ] || { echo "run.sh: not every round of $kind has a result" >&2; exit 1; }
done
for kind in $kinds; do
  echo "$kind $(middle "$kind" 2) $(middle "$kind" 4)" "$(middle empty 2) $(middle empty 4)" "$(middle audited 2) $(middle audited 4)" "$(sorted "$kind" 4 | tail -1)"
done | awk '{printf "%-12s %7.0f requests/s = %.2f x empty = %.2f x audited, p99 %.2f ms = %.2f x empty = %.2f x audited (of the worst round %.2f ms)\n", $1, $2, $2/$4, $2/$6, $3, $3/$5, $3/$7, $8}'
echo "failed requests: $(awk '{failed += $5} END {print failed}' "$work/wrk.log")"
