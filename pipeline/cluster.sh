#!/usr/bin/env bash
# A refresh on a Spark standalone cluster of this machine: a master and workers, each a process of its own, from the jars that
# Maven assembled; then spark-submit; then all of them end. What is written goes through this machine's disk, which all share.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: pipeline/cluster.sh [refresh's options]

Starts a Spark master and workers on 127.0.0.1, submits ./credit refresh to them, and ends them.

  CREDIT_CLUSTER_WORKERS  workers of one core each (default 2)
  CREDIT_CLUSTER_MEMORY   memory of each worker's executor, and of the driver (default 2g)
  CREDIT_CLUSTER_DIR      where logs and work are kept (default run/cluster)
  CREDIT_CLUSTER_CONF     properties for spark-submit (default conf/spark/standalone.conf)

Needs what ./credit needs; run ./credit once, or mvn package, to build. The exit code is the refresh's.
USAGE
}

case ${1:-} in -h | --help) usage; exit 0 ;; esac

CREDIT_HOME=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
export CREDIT_HOME
TARGET=$CREDIT_HOME/pipeline/target
WORKERS=${CREDIT_CLUSTER_WORKERS:-2}
MEMORY=${CREDIT_CLUSTER_MEMORY:-2g}
DIR=${CREDIT_CLUSTER_DIR:-${CREDIT_RUN:-$CREDIT_HOME/run}/cluster}
CONF=${CREDIT_CLUSTER_CONF:-$CREDIT_HOME/conf/spark/standalone.conf}
HOST=127.0.0.1
WAIT_SECONDS=300
JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java

jar=$(find "$TARGET" -maxdepth 1 -name 'pipeline-*.jar' 2>/dev/null | head -1)
{ [ -n "$jar" ] && [ -d "$TARGET/app" ]; } || { echo "cluster: nothing is built in $TARGET: run mvn package first" >&2; exit 2; }
[[ $WORKERS =~ ^[1-9][0-9]?$ ]] || { echo "cluster: CREDIT_CLUSTER_WORKERS is '$WORKERS'; 1 to 99 is expected" >&2; exit 2; }
# One training over all of them, as a cluster is for.
export CREDIT_PIPELINE_TRAINING_WORKERS=${CREDIT_PIPELINE_TRAINING_WORKERS:-$WORKERS}

# Spark's own home, as a distribution lays it out: its jars, without those that come with the application.
# In a directory of this run's own: two runs do not meet, and nothing that stood there before is touched.
mkdir -p "$DIR"
SCRATCH=$(mktemp -d "$DIR/run-XXXXXX")
export SPARK_HOME=$SCRATCH/spark SPARK_LOCAL_IP=$HOST SPARK_SCALA_VERSION=2.12
mkdir -p "$SPARK_HOME/jars" "$SCRATCH/work"
for library in "$TARGET"/lib/*.jar; do
  [ -e "$TARGET/app/${library##*/}" ] || ln -s "$library" "$SPARK_HOME/jars/"
done

STARTED=()
# The last one first: the driver, then the workers, then the master.
stop() {
  trap - EXIT INT TERM
  local i
  for ((i = ${#STARTED[@]} - 1; i >= 0; i--)); do
    kill -TERM "${STARTED[i]}" 2>/dev/null || true
    wait "${STARTED[i]}" 2>/dev/null || true
  done
  rm -rf "$SCRATCH"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts one of Spark's daemons in the background and remembers it.
daemon() {
  local log=$1
  shift
  "$JAVA" -Xmx512m -cp "$SPARK_HOME/jars/*" "$@" >"$log" 2>&1 &
  STARTED+=($!)
}

await() {
  local log=$1 words=$2 waited=0
  until grep -q "$words" "$log" 2>/dev/null; do
    if ! kill -0 "${STARTED[-1]}" 2>/dev/null || [ "$waited" -ge $((WAIT_SECONDS * 5)) ]; then
      tail -20 "$log" >&2
      echo "cluster: a part of the cluster did not start; its log is $log" >&2
      exit 1
    fi
    sleep 0.2
    waited=$((waited + 1))
  done
}

daemon "$DIR/master.log" org.apache.spark.deploy.master.Master --host "$HOST" --port 0 --webui-port 0
await "$DIR/master.log" 'Starting Spark master at spark://'
master=$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$DIR/master.log" | head -1)
for ((i = 1; i <= WORKERS; i++)); do
  daemon "$DIR/worker-$i.log" org.apache.spark.deploy.worker.Worker --host "$HOST" --port 0 --webui-port 0 \
    --cores 1 --memory "$MEMORY" --work-dir "$SCRATCH/work/worker-$i" "$master"
  await "$DIR/worker-$i.log" 'Successfully registered with master'
done
echo "cluster: $master with $WORKERS workers; logs in $DIR"

# In the background, so that a signal reaches this script while it waits.
"$JAVA" "@$CREDIT_HOME/pipeline/src/main/jvm/add-opens.txt" "-Xmx$MEMORY" \
  "-Dlog4j2.configurationFile=$CREDIT_HOME/pipeline/src/main/resources/log4j2.properties" \
  -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit \
  --master "$master" --properties-file "$CONF" --executor-memory "$MEMORY" \
  --conf spark.driver.host="$HOST" --conf spark.driver.bindAddress="$HOST" --conf spark.cores.max="$WORKERS" \
  --jars "$(printf '%s,' "$TARGET"/app/*.jar | sed 's/,$//')" \
  --class org.creditscoring.pipeline.RefreshCommand "$jar" "$@" &
STARTED+=($!)
code=0
wait "$!" || code=$?
exit "$code"
