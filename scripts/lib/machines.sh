# Simulated machines on one switched network: each has network, mount, process and UTS namespaces of its own. Source this as
# process of a lab: what is made here ends with it.
# shellcheck shell=bash

declare -A machine_pid
ports_made=0

# make_switch: one bridge, here in the caller's own network namespace.
make_switch() {
    ip link add switch up type bridge mcast_snooping 0
}

# power_on NAME INTERFACE ADDRESS/PREFIX: a machine with an empty /run, plugged into the switch.
power_on() {
    local name=$1 interface=$2 address=$3 boot_line
    # The first process reads its end of a pipe that only this shell holds open, and ends with it.
    coproc machine {
        exec unshare --net --mount --uts --pid --fork --kill-child --mount-proc bash -e -c '
            mount -t sysfs sysfs /sys
            mount -t tmpfs -o mode=755 run /run
            echo "$1" >/proc/sys/kernel/hostname
            ip link set lo up
            echo booted
            while read -r line; do :; done' bash "$name"
    }
    read -r boot_line <&"${machine[0]}"
    [ "$boot_line" = booted ] || return 1
    eval "exec {held_$name}<&${machine[0]}- {kept_$name}>&${machine[1]}-"
    # shellcheck disable=SC2154 # coproc sets it
    read -r "machine_pid[$name]" _ <"/proc/$machine_PID/task/$machine_PID/children"
    ports_made=$((ports_made + 1))
    # Of this shell: a subshell counts for itself, and the kernel takes a dead machine's port away in its own time.
    local port=port$BASHPID.$ports_made
    ip link add name "$interface" netns "${machine_pid[$name]}" type veth peer name "$port"
    ip link set "$port" master switch up
    on "$name" ip -batch - <<BATCH
address add $address dev $interface
link set $interface up
BATCH
}

# power_off NAME: every process of the machine dies at once, and its network with it.
power_off() {
    kill -KILL "${machine_pid[$1]}"
    unset "machine_pid[$1]"
}

# on NAME COMMAND [ARGUMENT]...: runs COMMAND on the machine, in /.
on() {
    local name=$1
    shift
    nsenter --target "${machine_pid[$name]}" --net --mount --uts --pid -- "$@"
}
