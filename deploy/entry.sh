#!/bin/sh
# Gives dragoman the password of the database from its secret, where no list of processes shows it.
set -eu
PGPASSWORD="$(cat /run/secrets/database-password)"
export PGPASSWORD
export DRAGOMAN_LEDGER="postgresql://dragoman@database/relations"
if [ "${1:-}" = serve ]; then set -- "$@" --name "$DRAGOMAN_HOST"; fi
exec dragoman "$@"
