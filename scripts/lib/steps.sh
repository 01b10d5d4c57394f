# Steps of a demonstration, with times, and a table at the end. Source this.
# shellcheck shell=bash

step_names=()
step_results=()
step_times=()

# now: seconds since the demonstration began, to a tenth.
now() {
    local micros=${EPOCHREALTIME/[.,]/}
    micros=$((micros - begun))
    printf '%d.%d' $((micros / 1000000)) $((micros / 100000 % 10))
}
begun=${EPOCHREALTIME/[.,]/}

say() {
    printf '%7s  %s\n' "$(now)" "$*"
}

# show COMMAND...: a command and its output, set off from our own words.
show() {
    local words="$*"
    printf '         $ %s\n' "${words//$checkout\//}"
    "$@" 2>&1 | sed 's/^/         | /'
}

# step NAME FUNCTION: runs FUNCTION; its status is the step's result.
step() {
    printf '\n%7s  ---- %s\n' "$(now)" "$1"
    local since=${EPOCHREALTIME/[.,]/} result=pass
    "$2" || result=FAIL
    step_names+=("$1")
    step_results+=("$result")
    step_times+=("$(((${EPOCHREALTIME/[.,]/} - since) / 100000))")
    [ "$result" = pass ] || say "FAILED: $1"
}

# expect WHAT COMMAND...: looks often, for at most 60 s, until COMMAND succeeds; says how long that took.
expect() {
    local what=$1 since=${EPOCHREALTIME/[.,]/} waited
    shift
    until "$@"; do
        waited=$((${EPOCHREALTIME/[.,]/} - since))
        if [ $waited -gt 60000000 ]; then
            say "not after 60 s: $what"
            return 1
        fi
        sleep 0.1
    done
    waited=$(((${EPOCHREALTIME/[.,]/} - since) / 100000))
    say "$what (after $((waited / 10)).$((waited % 10)) s)"
}

# table: all steps; status 1 where one failed.
table() {
    local index failed=0
    printf '\n   time  result  step\n'
    for index in "${!step_names[@]}"; do
        printf '%5d.%d  %-6s  %s\n' $((step_times[index] / 10)) $((step_times[index] % 10)) "${step_results[index]}" "${step_names[index]}"
        [ "${step_results[index]}" = pass ] || failed=$((failed + 1))
    done
    printf '\n%d steps, %d failed, %s s in all\n' ${#step_names[@]} $failed "$(now)"
    [ $failed -eq 0 ]
}
