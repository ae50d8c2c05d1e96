#!/usr/bin/env bash
# The demonstration: our own sample reports into a throw-away ledger, and three questions put to it.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
export DRAGOMAN_LEDGER="$folder/demo.db" PYTHONUTF8=1

# Bold on a terminal only.
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\033[1m' plain=$'\033[0m'; else bold='' plain=''; fi

say() {
  printf '\n%s\n' "$*" | fold -s -w "${COLUMNS:-80}"
}

ask() {
  printf '\n%s$ dragoman %s%s\n\n' "$bold" "$*" "$plain"
  dragoman "$@"
}

say "Twenty-three reports, written for this repository about real events: agency copy, ministry statements, a partisan" \
  "blog, a translated commentary with its translator's note, web pages with menus and comment forms, a PDF."
ask add samples/reports

say "1. They contradict each other. Who had recognised Donetsk by 20 July 2022, since when, and on whose word?"
ask recognition DPR --as-of 2022-07-20 --rows 4

say "2. One paragraph of background in a newspaper is enough for a dated history of a pair."
ask relations Morocco Algeria --rows 4

say "3. What cannot both be true? Did Ukraine and North Korea ever have relations? On which day, as which country?"
ask disputes PRK --rows 1

say "Every line leads back to the words it stands on. Now your own reports (the programs lie in .venv/bin):"
cat <<'HINTS'

  dragoman add FILE-OR-FOLDER... --ledger my.db
  dragoman recognition Kosovo --ledger my.db
  dragoman show CLAIM --ledger my.db      the sentence, in its place on the page
  dragoman explain CLAIM --ledger my.db   its parse, the rule, and the reasons
HINTS
