#!/bin/bash
# launch.sh PIDFILE SIGNAL LOG|- COMMAND…: records itself, then becomes COMMAND. The record is on disk before
# COMMAND does anything, so that a host killed at any moment leaves no process that reap.sh cannot find.
pidfile=$1 signal=$2 log=$3
shift 3
read -r stat < "/proc/$$/stat"
read -r boot < /proc/sys/kernel/random/boot_id
started=$(set -- ${stat##*) }; echo "${20}")
echo "$$ $started-${boot%%-*} $signal" > "$pidfile"
[ "$log" = - ] || exec >> "$log" 2>&1
exec "$@" < /dev/null
