package org.lvsdirector.control.script;

/** How a run of a script ended. */
public sealed interface ScriptOutcome {

    /** Whether the script says that all is well. */
    default boolean succeeded() {
        return this instanceof Exited exited && exited.status() == 0;
    }

    /**
     * It ended by itself.
     *
     * @param status exit status 0 to 255; 128 + N after signal N; 126 or 127 if the program could not be executed
     */
    record Exited(int status) implements ScriptOutcome {}

    /** It ran out of time and was ended, its whole process group with it. */
    record TimedOut() implements ScriptOutcome {}

    /** It did not run at all. */
    record NotStarted(String reason) implements ScriptOutcome {}
}
