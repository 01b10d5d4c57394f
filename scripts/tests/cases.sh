# For tests of the scripts: check NAME COMMAND... runs a case and prints "ok - NAME" or "not ok - NAME". Source this.
# shellcheck shell=bash
failed_cases=0

check() {
    local name=$1
    shift
    local output
    if output=$("$@" 2>&1); then
        echo "ok - $name"
    else
        printf '%s\n' "$output" | sed 's/^/    /'
        echo "not ok - $name"
        failed_cases=$((failed_cases + 1))
    fi
}

# equal EXPECTED ACTUAL
equal() {
    [ "$1" = "$2" ] || { printf 'expected: %s\n but got: %s\n' "$1" "$2"; return 1; }
}

# eventually COMMAND...: looks every 50 ms for at most 30 s.
eventually() {
    local end=$((SECONDS + 30))
    until "$@"; do
        [ $SECONDS -lt $end ] || { echo "waited in vain for: $*"; return 1; }
        read -r -t 0.05 <> <(:) || true
    done
}

finish_cases() {
    [ "$failed_cases" -eq 0 ]
}
