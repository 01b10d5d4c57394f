package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.HmacConfig;
import org.lvsdirector.config.HmacConfig.Mode;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourceLoader;

/** {@code auth_hmac { key ID VALUE; active_key ID; anti_replay time|monotonic; time_window N; mode MODE }}. */
final class HmacReader {
    private static final int ADVERTS_IN_WINDOW = 3;
    private static final int LEAST_WINDOW = 5;
    private static final int MOST_WINDOW = 300;

    private final Blocks blocks;
    private final HmacKeyReader keys;
    private final Problems problems;

    HmacReader(Blocks blocks, SourceLoader loader, Problems problems) {
        this.blocks = blocks;
        this.keys = new HmacKeyReader(loader, problems);
        this.problems = problems;
    }

    /** What the block says: null without one, or where it has no key to sign with, which is reported. */
    @Nullable
    HmacConfig read(Block instance, String name, boolean strict, Duration interval) {
        Entry opener = instance.last("auth_hmac");
        if (opener == null) {
            return null;
        }
        Block block = blocks.of(opener);
        Map<Integer, String> read = keys(block);
        Mode mode = mode(block, name, strict);
        int active = activeKey(block, read);
        String replay = block.choice("anti_replay");
        long adverts =
                interval.multipliedBy(ADVERTS_IN_WINDOW).plusNanos(999_999_999).toSeconds();
        int usual = (int) Math.min(MOST_WINDOW, Math.max(LEAST_WINDOW, adverts));
        int window = block.has("time_window") ? (int) block.number("time_window", usual) : usual;
        return active == 0 ? null : new HmacConfig(mode, read, active, !"monotonic".equals(replay), window);
    }

    private Map<Integer, String> keys(Block block) {
        Map<Integer, String> read = new TreeMap<>();
        for (Entry entry : block.all("key")) {
            int id = (int) block.checked(entry, 0, 0);
            String hex = keys.hex(entry);
            if (id == 0 || hex == null) {
                continue;
            }
            if (read.putIfAbsent(id, hex) != null) {
                problems.error(entry.placeOf(0), "there is a key " + id + " already", "give each key its own number");
            }
        }
        return read;
    }

    /** 0 where there is none, which is reported. */
    private int activeKey(Block block, Map<Integer, String> read) {
        int active = (int) block.number("active_key", 0);
        if (!block.has("active_key")) {
            problems.error(
                    block.place(),
                    "auth_hmac has no active_key",
                    "name the key to sign with: active_key "
                            + (read.isEmpty() ? "1" : read.keySet().iterator().next()));
        } else if (active != 0 && !read.containsKey(active)) {
            problems.error(
                    block.placeOf("active_key"),
                    "there is no key " + active + " to sign with",
                    "add a line: key " + active + " file:/etc/keepalived/keys/NAME");
            return 0;
        }
        return active;
    }

    private Mode mode(Block block, String name, boolean strict) {
        String word = block.choice("mode");
        Mode mode = Mode.ENFORCE;
        for (Mode each : Mode.values()) {
            mode = each.word().equals(word) ? each : mode;
        }
        if (strict && mode != Mode.ENFORCE) {
            problems.error(
                    block.placeOf("mode"),
                    "'" + name + "' is in strict mode, which wants every advertisement signed",
                    "use mode enforce, or leave strict mode off until all routers sign");
        }
        return mode;
    }
}
