# Finds JDKs. Source this.
# shellcheck shell=bash

# installed_jdks: "MAJOR HOME" of every JDK (with javac) of at least 17, oldest first, one line a release.
installed_jdks() {
    local javac home version
    for javac in ${JAVA_HOME:+"$JAVA_HOME/bin/javac"} /usr/lib/jvm/*/bin/javac "$(command -v javac)"; do
        [ -x "$javac" ] || continue
        home=$(dirname "$(dirname "$(readlink -f "$javac")")")
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null)
        [ "${version:-0}" -lt 17 ] || echo "$version $home"
    done | sort -n -u -k 1,1
}

# use_jdk: JAVA_HOME as it is where it names a fit JDK, else the oldest that is fit: what we build for is 17.
use_jdk() {
    if [ -z "${JAVA_HOME:-}" ] || [ ! -x "$JAVA_HOME/bin/javac" ]; then
        JAVA_HOME=$(installed_jdks | head -n 1 | cut -d ' ' -f 2)
        export JAVA_HOME
    fi
    if [ -z "$JAVA_HOME" ]; then
        echo "no JDK of at least 17 found: install openjdk-17-jdk-headless or set JAVA_HOME" >&2
        return 1
    fi
}
