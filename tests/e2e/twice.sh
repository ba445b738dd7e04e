#!/bin/sh
# Runs a command, and once more if it fails: a browser or an editor of others now and then loses a
# window or a click on a loaded machine. What fails twice is broken.
"$@" && exit
echo "有没通过的场景，全部再试一遍。" >&2
exec "$@"
