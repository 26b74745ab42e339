#!/usr/bin/env bash
# Starts one interpreter process. The Zeppelin server calls it:
#   interpreter.sh -d INTERPRETER_DIR -c CALLBACK_HOST -p CALLBACK_PORT -r PORT_RANGE -i GROUP_ID -l LOCAL_REPO -g SETTING_NAME
set -euo pipefail

while getopts "d:c:p:r:i:l:g:v:u:h" option; do
  case $option in
    d) directory=$OPTARG ;;
    c) host=$OPTARG ;;
    p) port=$OPTARG ;;
    r) range=$OPTARG ;;
    i) group=$OPTARG ;;
    g) name=$OPTARG ;;
    *) ;; # the local repository, version and user are for interpreters that download or impersonate
  esac
done

home=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dfile.encoding=UTF-8 ${ZEPPELIN_INTP_MEM:--Xmx256m} \
  -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Dzeppelin.log.file="$ZEPPELIN_LOG_DIR/interpreter-$name.log" -Dlog4j.configuration="file:$ZEPPELIN_CONF_DIR/log4j.properties" \
  -cp "$ZEPPELIN_CONF_DIR:$home/interpreter/*:$directory/*" \
  org.apache.zeppelin.interpreter.remote.RemoteInterpreterServer "$host" "$port" "$group" "$range"
