#!/bin/sh
# fetch-snapshot.sh FROM TO: brings the snapshot that FROM/CURRENT names to the directory TO. FROM is a web address that
# serves the directory of snapshots; TO's CURRENT is moved last, so a service never sees half of one. The snapshot that was
# current before stays, older ones go. On Google's machines it shows the instance's own token to the bucket.
set -eu
[ $# -eq 2 ] || { echo "usage: fetch-snapshot.sh FROM TO" >&2; exit 2; }
from=${1%/} to=$2
metadata=http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token

fail() { echo "fetch-snapshot: $1" >&2; exit 1; }

token=""
case $from in
  https://storage.googleapis.com/*)
    token=$(curl -sf -H 'Metadata-Flavor: Google' "$metadata" | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p') ;;
esac
get() {
  if [ -n "$token" ]; then
    printf 'header = "Authorization: Bearer %s"\n' "$token" | curl -sf --retry 3 -K - -o "$2" "$from/$1"
  else
    curl -sf --retry 3 -o "$2" "$from/$1"
  fi
}

mkdir -p "$to"
get CURRENT "$to/CURRENT.new" || fail "$from/CURRENT cannot be fetched"
id=$(head -n 1 "$to/CURRENT.new")
case $id in
  *[!0-9A-Za-z-]* | "") fail "$from/CURRENT names no snapshot" ;;
esac
old=$(cat "$to/CURRENT" 2>/dev/null || true)
if [ "$id" = "$old" ]; then rm "$to/CURRENT.new"; exit 0; fi

aside=$to/.fetching
rm -rf "$aside"
mkdir -p "$aside"
get "$id/manifest.json" "$aside/manifest.json" || fail "$from/$id/manifest.json cannot be fetched"
# One line a file: its path and SHA-256, in whatever order the manifest has them.
tr -d '\n' <"$aside/manifest.json" | sed 's/.*"files" *: *\[//; s/\].*//; s/} *, *{/}\n{/g' | while read -r entry || [ -n "$entry" ]; do
  path=$(printf '%s' "$entry" | sed -n 's/.*"path" *: *"\([^"]*\)".*/\1/p')
  sum=$(printf '%s' "$entry" | sed -n 's/.*"sha256" *: *"\([0-9a-f]*\)".*/\1/p')
  case $path in
    "" | /* | *..*) fail "$id/manifest.json lists a file without a proper path" ;;
  esac
  mkdir -p "$aside/$(dirname "$path")"
  get "$id/$path" "$aside/$path" || fail "$from/$id/$path cannot be fetched"
  [ "$(sha256sum "$aside/$path" | cut -c1-64)" = "$sum" ] || fail "$id/$path is not the file that was published"
done
rm -rf "${to:?}/$id"
mv "$aside" "$to/$id"
mv "$to/CURRENT.new" "$to/CURRENT"
for kept in "$to"/*/; do
  kept=$(basename "$kept")
  if [ "$kept" != "$id" ] && [ "$kept" != "$old" ]; then rm -rf "${to:?}/$kept"; fi
done
