# Counts what passed and failed over several kinds of tests. Source this.
# shellcheck shell=bash

passed=0
failed=0
failures=()
second_tries=()
started=$SECONDS

heading() {
    printf '\n=== %s (after %d s)\n' "$1" $((SECONDS - started))
}

# failed_outright WHAT: something that is no single test went wrong.
failed_outright() {
    failed=$((failed + 1))
    failures+=("$1")
    echo "FAILED: $1"
}

# test_results failed|passed GLOB: id, name and reason of each such test in the folders that match, tabs between.
test_results() {
    # shellcheck disable=SC2086 # the glob is meant to expand
    perl scripts/lib/test-results.pl "$1" $2/TEST-*.xml
}

# count_reports GLOB [AGAIN]: adds up the JUnit XML reports in the folders that match; skipped is failed, and so is none at all. A failed test that
# passed in the reports of the folder AGAIN, of its second try, is passed, and told.
count_reports() {
    local counts tests bad id name why recovered=
    # shellcheck disable=SC2086 # the glob is meant to expand
    counts=$(cat $1/TEST-*.xml 2>/dev/null | perl -ne '
        if (/<testsuite\b/) {
            my %n = /\b(tests|failures|errors|skipped)="(\d+)"/g;
            $tests += $n{tests} // 0;
            $bad += ($n{failures} // 0) + ($n{errors} // 0) + ($n{skipped} // 0);
        }
        END { printf "%d %d", $tests // 0, $bad // 0 }')
    read -r tests bad <<<"$counts"
    if [ "$tests" -eq 0 ]; then
        failed_outright "no test ran ($1)"
        return 0
    fi
    if [ "$bad" -gt 0 ]; then
        [ ! -d "${2:-}" ] || recovered=$(test_results passed "$2" | cut -f 1)
        while IFS=$'\t' read -r id name why; do
            if [ "$id" != - ] && grep -qxF -- "$id" <<<"$recovered"; then
                second_tries+=("$name: $why")
                bad=$((bad - 1))
            else
                failures+=("$name: $why")
            fi
        done < <(test_results failed "$1")
    fi
    [ "$bad" -eq 0 ] || failures+=("$bad of $tests in $1")
    passed=$((passed + tests - bad))
    failed=$((failed + bad))
    echo "$((tests - bad)) passed, $bad failed"
}

# count_lines TEST: runs a script that prints "ok - NAME" or "not ok - NAME" for each of its cases.
count_lines() {
    local output good bad
    output=$(mktemp)
    "$1" 2>&1 | tee "$output" || [ "${PIPESTATUS[0]}" -le 1 ] || failed_outright "$1 broke off"
    good=$(grep -c '^ok - ' "$output" || true)
    bad=$(grep -c '^not ok - ' "$output" || true)
    rm -f "$output"
    passed=$((passed + good))
    failed=$((failed + bad))
    [ "$bad" -eq 0 ] || failures+=("$bad in $1")
    [ $((good + bad)) -gt 0 ] || failed_outright "no case ran in $1"
}

# summary: the last line, and the exit code to match.
summary() {
    heading "done"
    local line
    for line in "${second_tries[@]}"; do
        echo "PASSED AT THE SECOND TRY: $line"
    done
    for line in "${failures[@]}"; do
        echo "FAILED: $line"
    done
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
