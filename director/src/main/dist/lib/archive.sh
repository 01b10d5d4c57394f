# Makes the class-data archive $LVSDIRECTOR_ARCHIVE; read by launcher.sh, which has set all that is used here.
# Runs each rehearsal once to learn which classes it loads, then has the JVM lay them out in a file that later starts map.

set -e
archive=$LVSDIRECTOR_ARCHIVE
unset LVSDIRECTOR_ARCHIVE
mkdir -p "${archive%/*}"
work=$archive.new

# One maker at a time; a lock whose owner died does not count.
if ! mkdir "$work" 2>/dev/null; then
    ! kill -0 "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || exit 0
fi
echo $$ >"$work/pid"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# The file system of a read-only installation or the disk's last byte are no reason to bother anyone: no archive then.
run=0
echo "$rehearsals" | while read -r rehearsal; do
    run=$((run + 1))
    eval "set -- $rehearsal"
    # shellcheck disable=SC2086 # flags are words
    timeout 60 "$java" $flags -XX:DumpLoadedClassList="$work/classes.$run" \
        -Djffi.boot.library.path="$lib/native" -cp "$classpath" "$@" </dev/null >/dev/null 2>&1 || :
done
cat "$work"/classes.* | awk '!seen[$0]++' >"$work/classes"

# G1 writes the strings and mirrors of classes into the archive, and Serial reads them; Serial would not write them.
# shellcheck disable=SC2086
"$java" $flags -XX:-UseSerialGC -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$work/classes" \
    -XX:SharedArchiveFile="$work/archive.jsa" -cp "$classpath" >/dev/null 2>&1
mv -f "$work/archive.jsa" "$archive"
