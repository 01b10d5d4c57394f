# Arithmetic on port ranges "FIRST LAST", one a line. Source this.
# shellcheck shell=bash

# parse_ports LIST: "9814,8000:10000" as ranges; status 1 and no output where it is none.
parse_ports() {
    local part first last ranges=
    local IFS=,
    for part in $1; do
        [[ $part =~ ^[0-9]{1,5}(:[0-9]{1,5})?$ ]] || return 1
        first=$((10#${part%%:*}))
        last=$((10#${part##*:}))
        [ "$first" -ge 1 ] && [ "$last" -le 65535 ] && [ "$first" -le "$last" ] || return 1
        ranges+="$first $last"$'\n'
    done
    printf '%s' "$ranges"
}

# merge_ports: sorts the ranges on standard input and joins those that touch or overlap.
merge_ports() {
    sort -n -k 1,1 -k 2,2 | awk '
        NR > 1 && $1 <= last + 1 { if ($2 > last) last = $2; next }
        NR > 1 { print first, last }
        { first = $1; last = $2 }
        END { if (NR) print first, last }'
}

# without_port PORT: the ranges on standard input, without one port.
without_port() {
    awk -v port="$1" '
        port < $1 || port > $2 { print; next }
        $1 < port { print $1, port - 1 }
        port < $2 { print port + 1, $2 }'
}
