# Makes the class-data archive $LVSDIRECTOR_ARCHIVE; read by launcher.sh, which has set all that is used here.
# Runs the rehearsals to learn which classes they load, then has the JVM lay these out in a file that later starts map.
# Whatever goes wrong, from a full disk to a missing privilege, is no reason to bother anyone: no archive then, or a smaller one.
# shellcheck shell=sh disable=SC2154 # what is used here and not set, its reader has set

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
# A failure is remembered: every start would try again.
trap 'rm -rf "$work"; [ -e "$archive" ] || : >"$archive.failed"' EXIT
trap 'exit 1' HUP INT TERM

# Each line is a main class and its arguments. %p: a director's children list their classes too.
rehearse() {
    number=$1
    shift
    limit='timeout -k 5 60'
    # A director that would run for good gets a network of its own, and ends once it has come to its scripts.
    if [ "$1" = isolated ]; then
        shift
        limit="$limit unshare --net"
    fi
    : >"$work/log.$number" # there before anybody looks for it
    # shellcheck disable=SC2086 # flags are words
    $limit "$java" $flags -XX:DumpLoadedClassList="$work/classes.$number.%p" \
        -Djffi.boot.library.path="$lib/native" -cp "$classpath" "$@" </dev/null >"$work/log.$number" 2>&1 &
    rehearsal=$!
    while kill -0 $rehearsal 2>/dev/null; do
        if grep -q succeeded "$work/log.$number"; then
            kill $rehearsal
            break
        fi
        sleep 0.2
    done
    wait $rehearsal || :
}

number=0
while read -r rehearsal; do
    number=$((number + 1))
    eval "rehearse $number $rehearsal" &
done <<EOF
$rehearsals
EOF
wait
# The numbers of one list mean nothing in another; without them a class of a loader of its own cannot be named.
cat "$work"/classes.* | awk '/ source: / { next } { sub(/ id: .*/, "") } !seen[$0]++' >"$work/list"

# G1 writes the strings and mirrors of classes into the archive, and Serial reads them; Serial would not write them.
# shellcheck disable=SC2086
"$java" $flags -XX:-UseSerialGC -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$work/list" \
    -XX:SharedArchiveFile="$work/archive" -cp "$classpath" >/dev/null 2>&1
mv -f "$work/archive" "$archive"

# Of no use any more: those of jars that are not these, and of a JDK that nobody has started for a month.
case $archive in
    "$lib"/*) exit ;;
esac
cache=${archive%/*}
build=${archive##*-}
for other in "$cache/$name"-*.jsa; do
    case $other in
        *-"$build") ;;
        *) rm -f "$other" "$other.failed" ;;
    esac
done
find "$cache" -maxdepth 1 -name "$name-*.jsa" -atime +30 -delete
