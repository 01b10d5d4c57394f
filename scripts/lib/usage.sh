# Source this. fail MESSAGE: one sentence on standard error, exit code 1. misuse MESSAGE: the same with the usage, exit code 64.
# The usage is the script's own leading comment.
# shellcheck shell=bash

fail() {
    echo "${0##*/}: $1" >&2
    exit 1
}

misuse() {
    echo "${0##*/}: $1" >&2
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

require_root() {
    [ "$(id -u)" -eq 0 ] || fail "must run as root: it changes addresses, sysctls or packet rules"
}
