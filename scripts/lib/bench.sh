# For the measurements in scripts/bench. Source this.
# shellcheck shell=bash

# seconds_since EPOCHREALTIME: to a millisecond.
seconds_since() {
    local micros=$((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}))
    printf '%d.%03d' $((micros / 1000000)) $((micros / 1000 % 1000))
}

# median: of the numbers on standard input, one a line.
median() {
    sort -n | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# await WHAT SECONDS COMMAND...: looks ten times a second; status 1 and a message where it stays in vain.
await() {
    local what=$1 end=$((SECONDS + $2))
    shift 2
    until "$@"; do
        if [ $SECONDS -ge $end ]; then
            echo "waited in vain for $what" >&2
            return 1
        fi
        sleep 0.1
    done
}

# require_distribution CHECKOUT
require_distribution() {
    if [ ! -x "$1/director/target/dist/bin/director" ]; then
        echo "${0##*/}: no distribution: run scripts/build first" >&2
        exit 1
    fi
}
