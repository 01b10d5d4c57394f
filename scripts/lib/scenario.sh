# A scenario: simulated machines with real servers on one network, two directors among them, in namespaces of its own that leave nothing
# behind. Source this, name what is needed, then call scenario_begin. Needs root; no IPVS.
# shellcheck shell=bash
checkout=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
director=${DIRECTOR_CMD:-$checkout/director/target/dist/bin/director}
scenario_folder=/run/scenario
# shellcheck source=scripts/lib/packages.sh
. "$checkout/scripts/lib/packages.sh"
# shellcheck source=scripts/lib/machines.sh
. "$checkout/scripts/lib/machines.sh"
# shellcheck source=scripts/lib/steps.sh
. "$checkout/scripts/lib/steps.sh"

# scenario_begin COMMAND PACKAGE...: installs what lacks, and runs this very script again where nobody else is.
scenario_begin() {
    if [ -z "${SCENARIO_INSIDE:-}" ]; then
        need ip iproute2 curl curl unshare util-linux "$@"
        install_needed
        [ -n "${DIRECTOR_CMD:-}" ] || [ -x "$director" ] || "$checkout/scripts/build"
        exec env SCENARIO_INSIDE=1 unshare --net --mount --propagation private --pid --fork --kill-child --mount-proc \
            bash "$(readlink -f "$0")" </dev/null
    fi
    mount -t tmpfs -o mode=755 run /run
    mkdir -p $scenario_folder
    # Machines end when this shell does; their last words are not news.
    exec 2> >(grep -v 'Killed\|execute_coproc' >&2)
    make_switch
}

# put MACHINE PATH: standard input as a file of the machine; what begins with #! can be run.
put() {
    on "$1" sh -c 'cat >"$1" && if [ "$(head -c 2 "$1")" = "#!" ]; then chmod 755 "$1"; fi' sh "$2"
}

# start_director MACHINE: with its /run/keepalived.conf; the log is kept beside the others.
start_director() {
    on "$1" "$director" -f /run/keepalived.conf -n -l -D >>"$scenario_folder/$1.log" 2>&1 &
}

# stop_director MACHINE: in good order; returns when it is over.
stop_director() {
    on "$1" sh -c '
        pid=$(cat /run/lvs-director/director.pid /run/keepalived.pid 2>/dev/null)
        kill -TERM "$pid"
        while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done'
}

# holds MACHINE ADDRESS
holds() {
    [ -n "$(on "$1" ip -o address show dev eth0 to "$2" 2>/dev/null)" ]
}

# lacks MACHINE ADDRESS
lacks() {
    ! holds "$1" "$2"
}

# said MACHINE LINES: whether its notify scripts have noted just these lines
said() {
    [ "$(on "$1" cat /run/notes 2>/dev/null)" = "$2" ]
}

# scenario_end: the table, and the logs if a step failed.
scenario_end() {
    table && return
    tail -n 40 $scenario_folder/*.log
    return 1
}
