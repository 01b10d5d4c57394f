package org.lvsdirector.config.read;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.syntax.Problems;

/** {@code MISC_CHECK} blocks. */
final class MiscCheckReader {
    private static final CheckOptionsReader.Defaults DEFAULTS =
            new CheckOptionsReader.Defaults(0, Duration.ofSeconds(1));

    private final CheckOptionsReader options;
    private final CommandReader commands;
    private final Problems problems;

    MiscCheckReader(CheckOptionsReader options, CommandReader commands, Problems problems) {
        this.options = options;
        this.commands = commands;
        this.problems = problems;
    }

    /** The check; null, and a report, if it has no command. */
    @Nullable
    CheckerConfig read(Block block, CheckerReader.Subject subject) {
        CheckOptions schedule = options.schedule(block, subject, DEFAULTS);
        ScriptUser user = commands.user(block, "user");
        ScriptCommand command = commands.tracking(block, "misc_path", user);
        Duration timeout = block.time("misc_timeout", subject.times().servicesLoop());
        boolean dynamic = block.flag("misc_dynamic");
        if (command == null) {
            if (!block.has("misc_path")) {
                problems.error(block.place(), "this check runs nothing", "add a line: misc_path \"COMMAND\"");
            }
            return null;
        }
        return new CheckerConfig.Misc(schedule, command, timeout, dynamic, block.place());
    }
}
