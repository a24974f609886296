#!/bin/sh
# A visit on a disk that is full to its last byte. Run by `unshare -Urm`, so the disk is seen here only.
#   on_small_disk.sh STATE during TOUR...   empty at first; filled and freed between `shot before-…` and `shot after-…`
#   on_small_disk.sh STATE full TOUR...     full before the kiosk starts
# TOUR is the whole command. STATE, a copy of which lies on the disk, is put back at the end; in between it is $DISK/state.
set -eu
state=$1
when=$2
shift 2
disk=$(dirname "$state")/disk
shots=$(dirname "$state")/shots
mkdir -p "$disk" "$shots"
mount -t tmpfs -o size=12m none "$disk"
cp -a "$state" "$disk/state"

fill() { cat /dev/zero >>"$disk/$1" 2>/dev/null || true; }
free() { rm -f "$disk"/filling-*; }
# The tour waits where it opens a picture that is a pipe, until somebody reads it.
at() {
    cat "$shots/before-$1.png" >/dev/null
    shift
    "$@"
}

if [ "$when" = full ]; then
    fill filling-0
else
    for n in 1 2 3; do mkfifo "$shots/before-$n.png" "$shots/after-$n.png"; done
    (
        at 1 fill filling-1
        cat "$shots/after-1.png" >/dev/null
        at 2 fill filling-2
        cat "$shots/after-2.png" >/dev/null
        at 3 free
        cat "$shots/after-3.png" >/dev/null
    ) &
fi
result=0
"$@" --state "$disk/state" --shots "$shots" || result=$?
free
rm -rf "$state"
cp -a "$disk/state" "$state"
exit $result
