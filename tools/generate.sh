#!/usr/bin/env bash
# Runs every tools/generate_*.py; with --check they write nothing and fail when a committed file would change.
set -euo pipefail
cd "$(dirname "$0")/.."
shopt -s nullglob
for script in tools/generate_*.py; do
  "${PYTHON:-python3}" "$script" "$@"
done
