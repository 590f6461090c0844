#!/bin/sh
# reap.sh [ROOT [watch RUN]]: ends the processes and removes the folders of hosts that died without doing it themselves.
#
# ROOT/<pid>.<identity>.<n>/ is one run of the host <pid>; each *.pid in it says "<pid> <identity> <signal>".
# The identity is the start time in ticks since boot, and the boot: with the pid it names one process for ever,
# so a pid that the system has given to somebody else is never signalled.
# "watch RUN" first waits until the host is gone: its end of the pipe on standard input closes then.
root=${1:-${TMPDIR:-/tmp}/wenye-$(id -u)}

identity() {
    read -r stat 2> /dev/null < "/proc/$1/stat" || return 1
    read -r boot < /proc/sys/kernel/random/boot_id
    set -- ${stat##*) }
    [ "$1" != Z ] && echo "${20}-${boot%%-*}"
}

alive() { [ -n "$2" ] && [ "$(identity "$1")" = "$2" ]; }

host_alive() {
    name=${1##*/} && rest=${name#*.}
    alive "${name%%.*}" "${rest%%.*}"
}

signal_all() { # RUN [SIGNAL]: 0 if anything was still there to signal
    found=1
    for file in "$1"/*.pid; do
        read -r pid identity signal 2> /dev/null < "$file" || continue
        if alive "$pid" "$identity"; then
            found=0
            kill -s "${2:-$signal}" "$pid" 2> /dev/null
        fi
    done
    return $found
}

reap() {
    if signal_all "$1"; then
        tries=0
        while signal_all "$1" 0; do
            tries=$((tries + 1))
            [ "$tries" -gt 100 ] && signal_all "$1" KILL
            sleep 0.1
        done
    fi
    rm -rf "$1"
}

if [ "$2" = watch ]; then
    exec > /dev/null 2>&1
    while read -r _; do :; done
    while [ -d "$3" ] && host_alive "$3"; do sleep 0.1; done
fi
# A folder of that name made by somebody else is not ours to act on.
[ -d "$root" ] && [ -O "$root" ] || exit 0
for run in "$root"/*.*.*; do
    [ -d "$run" ] && ! host_alive "$run" && reap "$run"
done
exit 0
