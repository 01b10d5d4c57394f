package org.lvsdirector.control.firewall;

import java.io.IOException;

/** This machine has no such program, so nothing can have been done with it either. */
final class NoProgram extends IOException {
    private static final long serialVersionUID = 1;

    NoProgram(String message, IOException cause) {
        super(message, cause);
    }
}
