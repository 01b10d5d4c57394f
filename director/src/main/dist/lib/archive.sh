# Makes the class-data archive $LVSDIRECTOR_ARCHIVE; read by launcher.sh, which has set all that is used here.
# Runs the rehearsals to learn which classes they load, then has the JVM lay these out in a file that later starts map.
# Whatever goes wrong, from a full disk to a missing privilege, is no reason to bother anyone: no archive then, or a smaller one.

set -e
archive=$LVSDIRECTOR_ARCHIVE
work=$archive.new
unset LVSDIRECTOR_ARCHIVE
mkdir -p "${archive%/*}"

# One maker at a time; the lock of one that has died does not count.
if ! mkdir "$work" 2>/dev/null; then
    ! kill -0 "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || exit 0
fi
echo $$ >"$work/pid"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Each line is a main class and its arguments. "isolated" ones would run for good: they get a network of their own and a few seconds.
# %p: a director's children list their classes too.
rehearse() {
    number=$1
    shift
    isolation='timeout -k 5 30'
    if [ "$1" = isolated ]; then
        shift
        isolation='timeout -k 5 4 unshare --net'
    fi
    # shellcheck disable=SC2086 # flags are words
    $isolation "$java" $flags -XX:DumpLoadedClassList="$work/classes.$number.%p" \
        -Djffi.boot.library.path="$lib/native" -cp "$classpath" "$@" </dev/null >/dev/null 2>&1 || :
}

number=0
while read -r rehearsal; do
    number=$((number + 1))
    eval "rehearse $number $rehearsal" &
done <<EOF
$rehearsals
EOF
wait
cat "$work"/classes.* | awk '!seen[$0]++' >"$work/list"

# G1 writes the strings and mirrors of classes into the archive, and Serial reads them; Serial would not write them.
# shellcheck disable=SC2086
"$java" $flags -XX:-UseSerialGC -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$work/list" \
    -XX:SharedArchiveFile="$work/archive" -cp "$classpath" >/dev/null 2>&1
mv -f "$work/archive" "$archive"
