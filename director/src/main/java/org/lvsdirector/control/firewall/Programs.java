package org.lvsdirector.control.firewall;

import java.io.IOException;
import java.util.List;

/** Runs programs to their end. */
interface Programs {

    /**
     * What one said.
     *
     * @param error the first line of its complaints, empty if it had none
     */
    record Said(int status, String output, String error) {}

    /**
     * Waits for the program.
     *
     * @param command program, looked up in PATH, and arguments
     * @param input what it reads
     * @throws NoProgram if there is none
     * @throws IOException if it takes too long
     */
    Said run(List<String> command, String input) throws IOException;
}
