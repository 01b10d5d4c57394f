# The second half of bin/director and bin/ipvsctl, read by them with "." after they set:
#   name main classpath memory rehearsals   see there
#   self home lib                           the launcher, the distribution and its lib, as absolute paths
# It finds a JDK, adds the flags that measured best (docs/performance.md) and turns the shell into that JVM.
# Shell builtins only: a process started here would cost more than all the rest of the file.
# shellcheck shell=sh disable=SC2154 # what is used here and not set, its reader has set

# Takes the JDK at $1 if it is new enough: sets java, runtime (its full version) and feature (17, 21, ...).
# The version comes from its release file: asking java itself costs a start of it.
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
            # shellcheck disable=SC3013 # dash, bash and busybox have -ef
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

# Serial is the smallest, and with large tables the quickest.
# ArchiveRelocationMode: an archive at the address it was made for is shared between processes and needs no touching up. The address
# of the JVM's class data, which holds no code, is then known; the JVM's code and libraries are where chance puts them all the same.
# UseDynamicNumberOfCompilerThreads and LogEvents: they look at memory and clock for each method that is compiled; where a look is a
# system call, as in the lab, that is a tenth of a start.
flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UseDynamicNumberOfCompilerThreads -XX:-UsePerfData -XX:-PrintWarnings \
    -Xlog:disable -Xshare:auto \
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-LogEvents $memory"
[ "$feature" -lt 22 ] || flags="$flags --enable-native-access=ALL-UNNAMED"

# What the JVM would read by itself, and announce on the user's terminal.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# A class-data archive halves the start. It is bound to JDK and jars, hence its name; the JVM checks it and does without one that does
# not fit. The build makes one for its own JDK, the first start with another JDK one in the cache, beside the start itself.
archive=$lib/archive/$name-$runtime.jsa
[ "${LVSDIRECTOR_ARCHIVE-}" != build ] || LVSDIRECTOR_ARCHIVE=$archive
if [ ! -r "$archive" ]; then
    cache=${LVSDIRECTOR_CACHE-/var/cache/lvs-director}
    archive=$cache/$name-$runtime-@BUILD@.jsa
    if [ ! -r "$archive" ] && [ -z "${LVSDIRECTOR_ARCHIVE-}" ] && [ -n "$cache" ] && [ ! -e "$archive.failed" ] &&
        { [ -w "$cache" ] || { [ ! -e "$cache" ] && [ -w "${cache%/*}" ]; }; }; then
        LVSDIRECTOR_ARCHIVE=$archive "$self" </dev/null >/dev/null 2>&1 &
    fi
fi
if [ -n "${LVSDIRECTOR_ARCHIVE-}" ]; then
    # shellcheck source=director/src/main/dist/lib/archive.sh
    . "$lib/archive.sh"
    exit
fi

# shellcheck disable=SC2086 # flags are words
exec "$java" $flags -XX:SharedArchiveFile="$archive" \
    -Dlvsdirector.home="$home" -Dlvsdirector.launcher="$self" -Dlvsdirector.version=@VERSION@ -Dlvsdirector.program="${0##*/}" \
    -Djffi.boot.library.path="$lib/native" ${LVSDIRECTOR_JAVA_OPTS-} -cp "$classpath" "$main" "$@"
