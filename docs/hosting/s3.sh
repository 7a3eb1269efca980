#!/usr/bin/env bash
# Copies the finished build in dist/ to the S3 bucket behind CloudFront: docs/hosting/s3.sh BUCKET
# Needs the AWS command line. docs/hosting/README.md says how CloudFront is set up once.
set -euo pipefail
cd "$(dirname "$0")/../.."
bucket="${1:?Which bucket? docs/hosting/s3.sh BUCKET}"

# S3 sends a file as it was told when it got it. Pages come last: they name the others. CloudFront does not compress
# application/atom+xml, so feeds have the other type for XML.
types='bib           application/x-bibtex; charset=utf-8
bin           application/octet-stream
css           text/css; charset=utf-8
csv           text/csv; charset=utf-8
js            text/javascript; charset=utf-8
json          application/json
png           image/png
ris           application/x-research-info-systems; charset=utf-8
svg           image/svg+xml
ts            text/plain; charset=utf-8
txt           text/plain; charset=utf-8
wasm          application/wasm
webmanifest   application/manifest+json
xml           application/xml; charset=utf-8
html          text/html; charset=utf-8'

stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/good" "$stage/packed"
cp -a dist/. "$stage/rest"
rm "$stage/rest/_headers"

# dist/_headers names the site's folder and what browsers may keep for good.
base="$(head -n 1 dist/_headers)"
base="${base%\*}"
while read -r path; do
  path="${path#"$base"}"
  path="${path%/\*}"
  mkdir -p "$stage/good/$(dirname "$path")"
  mv "$stage/rest/$path" "$stage/good/$path"
done < <(grep -B 1 immutable dist/_headers | grep '^/')

# CloudFront compresses the rest by itself, but no .bin. Only the site's own code reads these, and every browser that can run it
# reads brotli.
(cd "$stage/good" && find . -name '*.bin.br') | while read -r path; do
  mkdir -p "$stage/packed/$(dirname "$path")"
  mv "$stage/good/$path" "$stage/packed/${path%.br}"
  rm "$stage/good/${path%.br}"
done
find "$stage" \( -name '*.br' -o -name '*.gz' \) -delete

unknown="$(find "$stage" -type f | sed 's/.*\.//' | sort -u | grep -vxF "$(cut -d ' ' -f 1 <<<"$types")" || true)"
if [[ -n "$unknown" ]]; then
  echo "s3.sh: which type have these files? Please add it: $unknown" >&2
  exit 1
fi

# send FOLDER CACHE-CONTROL [OPTION...]
send() {
  local folder="$1" keep="$2" end type
  shift 2
  while read -r end type; do
    [[ -n "$(find "$folder" -name "*.$end" -print -quit)" ]] || continue
    aws s3 sync "$folder" "s3://$bucket$base" --exclude '*' --include "*.$end" \
      --content-type "$type" --cache-control "$keep" --only-show-errors "$@" </dev/null
  done <<<"$types"
}

# Old files stay: whoever has an old page open still asks for them.
send "$stage/good" "public, max-age=31536000, immutable" --size-only
send "$stage/packed" "public, max-age=31536000, immutable" --size-only --content-encoding br
send "$stage/rest" "no-cache"
echo "The site is in s3://$bucket$base. Now: scripts/check-site https://its-address$base --expect dist/_headers"
