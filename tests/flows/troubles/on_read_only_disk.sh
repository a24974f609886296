#!/bin/sh
# A visit on a disk that takes nothing. Run by `unshare -Urm`, so it is read-only here only.
#   on_read_only_disk.sh STATE KIOSKCTL TOUR...
set -eu
state=$1
kioskctl=$2
shift 2
mount --bind "$state" "$state"
mount -o remount,bind,ro "$state"
if touch "$state/try" 2>/dev/null; then exit 99; fi
"$@" --state "$state" --shots "$(dirname "$state")/shots"
# Whoever looks after the kiosk is told why.
"$kioskctl" --state "$state" status >"$(dirname "$state")/status" 2>&1 || true
grep -q 'space: .*read-only' "$(dirname "$state")/status"
