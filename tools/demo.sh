#!/usr/bin/env bash
# The demonstration: our own sample reports into a throw-away ledger, and three questions put to it.
set -euo pipefail
cd "$(dirname "$0")/.."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export DRAGOMAN_LEDGER="$folder/demo.db"

ask() {
  printf '\n\033[1m$ dragoman %s\033[0m\n' "$*"
  dragoman "$@"
}

ask add samples/reports
ask recognition DPR --as-of 2022-07-20
ask relations UKR PRK
ask disputes
printf '\nEvery line above leads back to a sentence: try "dragoman add YOUR-FILES --ledger my.db", then "dragoman show CLAIM".\n'
