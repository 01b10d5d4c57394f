package org.lvsdirector.testing;

import java.util.List;

/**
 * How a command ended.
 *
 * @param exitCode 128 + the signal's number where a signal ended it
 * @param output all of its standard output
 * @param errors all of its standard error
 */
public record Result(List<String> command, int exitCode, String output, String errors) {
    public Result {
        command = List.copyOf(command);
    }

    /**
     * Insists on exit code 0 and returns this.
     *
     * @throws AssertionError with all that the command wrote
     */
    public Result orFail() {
        if (exitCode != 0) {
            throw new AssertionError(String.join(" ", command) + ": exit code " + exitCode + "\n" + output + errors);
        }
        return this;
    }
}
