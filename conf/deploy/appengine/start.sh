#!/bin/sh
# Fetches the snapshot before the service starts and looks for a newer one each minute; PORT is App Engine's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
CREDIT_HOME=$here
export CREDIT_HOME
sh "$here/fetch-snapshot.sh" "$CREDIT_SNAPSHOT_SOURCE" "$CREDIT_SERVING_SNAPSHOTS"
while sleep 60; do
  sh "$here/fetch-snapshot.sh" "$CREDIT_SNAPSHOT_SOURCE" "$CREDIT_SERVING_SNAPSHOTS" || true
done &
exec java "@$here/serving.jvm" -jar "$here/serving.jar" serve
