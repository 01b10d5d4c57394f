package org.lvsdirector.config.read;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.FifoConfig;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.TellingConfig;
import org.lvsdirector.config.syntax.Problems;

/** The notify pipes of {@code global_defs}. */
final class TellingReader {
    private final CommandReader commands;
    private final Problems problems;
    private final Set<String> paths = new HashSet<>();

    TellingReader(CommandReader commands, Problems problems) {
        this.commands = commands;
        this.problems = problems;
    }

    TellingConfig read(Block block) {
        return new TellingConfig(
                pipe(block, "notify_fifo", "notify_fifo_script"),
                pipe(block, "vrrp_notify_fifo", "vrrp_notify_fifo_script"),
                pipe(block, "lvs_notify_fifo", "lvs_notify_fifo_script"),
                block.flag("fifo_write_vrrp_states_on_reload"),
                block.bool("vrrp_notify_conflicts", false));
    }

    private @Nullable FifoConfig pipe(Block block, String word, String script) {
        Entry entry = block.last(word);
        String path = block.text(word);
        if (entry == null || path == null) {
            if (block.has(script)) {
                problems.warning(
                        block.placeOf(script), "there is no " + word + " for '" + script + "'", "add a line: " + word);
            }
            return null;
        }
        if (!path.startsWith("/")) {
            problems.error(entry.placeOf(0), "the path of a pipe must be absolute", "begin it with a slash");
        }
        if (!paths.add(path)) {
            problems.error(
                    entry.placeOf(0), "'" + path + "' is another notify pipe already", "give each a path of its own");
        }
        String user = entry.argument(1);
        return new FifoConfig(
                path,
                user == null ? null : new ScriptUser(user, entry.argument(2)),
                commands.notification(block, script),
                entry.place());
    }
}
