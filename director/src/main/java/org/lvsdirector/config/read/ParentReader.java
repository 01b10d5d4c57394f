package org.lvsdirector.config.read;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.ParentConfig;
import org.lvsdirector.config.ParentConfig.LifeScript;
import org.lvsdirector.config.ParentConfig.PlaceConfig;
import org.lvsdirector.config.ParentConfig.ProcessNames;
import org.lvsdirector.config.ParentConfig.ReloadConfig;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.syntax.Problems;

/** The words about the director's own processes: some of {@code global_defs}, some outside all blocks. */
final class ParentReader {
    private static final String TIME_FILE = "reload_time_file";

    private final CommandReader commands;
    private final Problems problems;

    ParentReader(CommandReader commands, Problems problems) {
        this.commands = commands;
        this.problems = problems;
    }

    ParentConfig read(Block root, Block globals) {
        return new ParentConfig(
                script(globals, "startup_script", globals.count("startup_script_timeout")),
                script(globals, "shutdown_script", globals.count("shutdown_script_timeout")),
                root.time("child_wait_time"),
                names(globals),
                new PlaceConfig(name(root, "instance"), name(root, "net_namespace"), name(root, "net_namespace_ipvs")),
                reload(globals),
                new SchedulingReader(problems).checkers(globals),
                globals.has("random_seed") ? globals.number("random_seed", 0) : null,
                StartWordsReader.read(root, globals),
                globals.bool("rs_init_notifies", false));
    }

    private @Nullable LifeScript script(Block globals, String word, int seconds) {
        ScriptCommand command = commands.notification(globals, word);
        return command == null ? null : new LifeScript(command, Duration.ofSeconds(seconds));
    }

    private static ProcessNames names(Block globals) {
        boolean usual = globals.flag("process_names");
        String parent = globals.name("process_name");
        String vrrp = globals.name("vrrp_process_name");
        String checkers = globals.name("checker_process_name");
        return new ProcessNames(
                parent == null && usual ? "keepalived" : parent,
                vrrp == null && usual ? "keepalived_vrrp" : vrrp,
                checkers == null && usual ? "keepalived_ipvs" : checkers);
    }

    /** Something that becomes part of a file's name. */
    private @Nullable String name(Block root, String word) {
        Entry entry = root.last(word);
        String name = root.text(word);
        if (entry != null && name != null && (name.isEmpty() || name.startsWith(".") || name.contains("/"))) {
            problems.error(entry.placeOf(0), word + " '" + name + "' is no name", "write a word without slashes");
            return null;
        }
        return name;
    }

    private ReloadConfig reload(Block globals) {
        String timeFile = globals.text(TIME_FILE);
        boolean repeated = globals.flag("reload_repeat");
        if (repeated && timeFile == null) {
            problems.warning(
                    globals.placeOf("reload_repeat"),
                    "there is no time to repeat",
                    "add a line: " + TIME_FILE + " FILE");
        }
        Entry mark = globals.last("reload_file");
        String path = mark == null ? null : mark.argument(0);
        absolute(globals, TIME_FILE, timeFile);
        absolute(globals, "reload_file", path);
        return new ReloadConfig(timeFile, repeated, mark == null ? null : path == null ? "" : path);
    }

    private void absolute(Block globals, String word, @Nullable String path) {
        if (path != null && !path.startsWith("/")) {
            problems.error(globals.placeOf(word), "the path of " + word + " must be absolute", "begin it with a slash");
        }
    }
}
