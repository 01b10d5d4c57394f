package org.lvsdirector.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A command line, already split as keepalived splits it. It is executed directly, not through a shell.
 *
 * @param arguments the program first; never empty. A program without a slash is looked up in PATH
 * @param user null: the global {@link GlobalConfig#scriptUser()}
 */
public record ScriptCommand(
        List<String> arguments, @Nullable ScriptUser user, SourcePlace place) {
    public ScriptCommand {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** The program to start, as written. */
    public String program() {
        return arguments.get(0);
    }
}
