package org.lvsdirector.control.message;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer to a client's {@link Request}. */
public sealed interface Reply {

    /** Done. */
    record Done(String sentence) implements Reply {}

    /**
     * Not done, and nothing has changed.
     *
     * @param exitCode for the client's own exit
     */
    record Failed(int exitCode, String sentence) implements Reply {}

    /** The whole truth of {@code director status}, as {@code --json} prints it. */
    record Status(JsonNode status) implements Reply {}
}
