# The second half of bin/director and bin/ipvsctl, read by them with "." after they set: name, main, classpath, memory, self, home, lib.
# It finds a JDK, adds the flags that measured best (docs/performance.md) and turns the shell into that JVM.
# Shell builtins only: each process started here would cost more than the rest of the file.

# Takes the JDK at $1 if it is new enough: sets java, runtime (its full version) and feature (17, 21, ...).
use_jdk() {
    [ -x "$1/bin/java" ] || return 1
    runtime=
    if [ -r "$1/release" ]; then
        while IFS='="' read -r key _ value _; do
            case $key in
                JAVA_RUNTIME_VERSION) runtime=$value ;;
                JAVA_VERSION) : "${runtime:=$value}" && break ;;
            esac
        done <"$1/release"
    fi
    feature=${runtime%%[!0-9]*}
    [ "${feature:-0}" -ge 17 ] || return 1
    java=$1/bin/java
}

# Takes the JDK of the first java on PATH, which usually is a chain of links into /usr/lib/jvm.
use_path() {
    IFS=:
    for directory in $PATH; do
        [ -x "$directory/java" ] || continue
        unset IFS
        for jdk in /usr/lib/jvm/*; do
            [ "$jdk/bin/java" -ef "$directory/java" ] && use_jdk "$jdk" && return 0
        done
        target=$(readlink -f -- "$directory/java")
        use_jdk "${target%/bin/java}"
        return
    done
    unset IFS
    return 1
}

use_any() {
    for jdk in /usr/lib/jvm/*; do
        use_jdk "$jdk" && return 0
    done
    return 1
}

if ! { [ -n "${JAVA_HOME-}" ] && use_jdk "$JAVA_HOME"; } && ! use_path && ! use_any; then
    echo "$name: no JDK 17 or newer in JAVA_HOME, on PATH or in /usr/lib/jvm; install one (Debian: openjdk-17-jre-headless)" >&2
    exit 69
fi

flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable $memory"
[ "$feature" -lt 22 ] || flags="$flags --enable-native-access=ALL-UNNAMED"

# What the JVM itself would read, and announce on the user's terminal.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# shellcheck disable=SC2086 # flags are words
exec "$java" $flags \
    -Dlvsdirector.home="$home" -Dlvsdirector.launcher="$self" -Dlvsdirector.version=@VERSION@ -Djffi.boot.library.path="$lib/native" \
    ${LVSDIRECTOR_JAVA_OPTS-} -cp "$classpath" "$main" "$@"
