#!/bin/sh
# stage.sh TOKENS FOLDER: lays together what App Engine is to run, after mvn package.
set -eu
[ $# -eq 2 ] || { echo "usage: stage.sh TOKENS FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
jar=$here/../../../serving/target/serving-0.1.0.jar
[ -e "$jar" ] || { echo "stage.sh: there is no $jar; mvn package makes it" >&2; exit 2; }
mkdir -p "$2"
cp "$jar" "$2/serving.jar"
cp "$here/../../serving.jvm" "$here/app.yaml" "$here/start.sh" "$here/../fetch-snapshot.sh" "$2/"
cp "$1" "$2/tokens.json"
