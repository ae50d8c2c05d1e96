#!/usr/bin/env bash
# Makes the virtual environment of this checkout and installs the project into it, editable, with all that its checks need.
# Reads VENV (a folder) and PYTHON (an interpreter); an environment that is there already is kept.
set -euo pipefail

venv="${VENV:-.venv}"
python="${PYTHON:-}"

fail() {
  printf 'Cannot make the virtual environment %s: %s\n' "$venv" "$1" >&2
  exit 1
}

is_supported() {
  "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
}

if [ ! -x "$venv/bin/python" ]; then
  # A name on the path may be a shim of a version that is not installed, or lack ensurepip: each one is tried.
  chosen=""
  for name in "$python" python3.13 python3.12 python3.11 python3; do
    if [ -n "$name" ] && command -v "$name" >/dev/null && is_supported "$name"; then
      chosen="${chosen:-$name}"
      if command -v uv >/dev/null || "$name" -c 'import ensurepip' 2>/dev/null; then chosen="$name"; break; fi
    fi
  done
  python="$chosen"
  [ -n "$python" ] || fail "no Python 3.11, 3.12 or 3.13 was found. Install one, or say which: make PYTHON=/path/to/python3"
  if command -v uv >/dev/null; then
    uv venv --quiet --python "$python" "$venv"
  else
    "$python" -c 'import ensurepip' 2>/dev/null ||
      fail "this Python has no ensurepip. On Debian and Ubuntu: apt-get install python3-venv"
    "$python" -m venv "$venv"
  fi
fi

is_supported "$venv/bin/python" || fail "the Python in it is not 3.11, 3.12 or 3.13. Remove the folder and try again"

if command -v uv >/dev/null; then
  uv pip install --quiet --python "$venv/bin/python" --editable '.[dev]'
else
  "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$venv/bin/python" -m ensurepip --upgrade >/dev/null
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
fi
