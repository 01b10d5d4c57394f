package org.lvsdirector.ipvsctl;

/** Where a person may be looking. */
interface Terminal {
    /** Whether standard output is one. */
    boolean isOutput();

    /** Whether the errors' stream is one. */
    boolean isErrors();

    /** Lines of the output's terminal. */
    int rows();

    /** Characters of a line. */
    int columns();
}
