package org.lvsdirector.control.script;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of a script.
 *
 * @param command program and arguments, executed directly; a program without a slash is looked up in PATH
 * @param account whom it runs as
 * @param timeoutNanos after so long it is ended; 0 for never
 */
public record ScriptRun(List<String> command, ScriptAccount account, long timeoutNanos) {
    public ScriptRun {
        command = List.copyOf(command);
    }

    /** The same with further arguments. */
    public ScriptRun with(String... arguments) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new ScriptRun(longer, account, timeoutNanos);
    }

    /** The command as one line, for the log. */
    public String line() {
        return String.join(" ", command);
    }
}
