package org.lvsdirector.linux;

/** One open descriptor: closed once, and never used again afterwards, since the kernel hands numbers out anew. */
final class FileDescriptor implements AutoCloseable {
    private static final int CLOSED = -1;

    private final String what;
    private int number;

    FileDescriptor(String what, int number) {
        this.what = what;
        this.number = number;
    }

    int number() {
        if (number == CLOSED) {
            throw new IllegalStateException(what + " is closed");
        }
        return number;
    }

    boolean isOpen() {
        return number != CLOSED;
    }

    String what() {
        return what;
    }

    /** Closes the descriptor; an error is of no use to anyone, Linux has released it all the same. */
    @Override
    public void close() {
        if (number != CLOSED) {
            int closing = number;
            number = CLOSED;
            Libc.call(Libc.CLOSE, closing);
        }
    }
}
