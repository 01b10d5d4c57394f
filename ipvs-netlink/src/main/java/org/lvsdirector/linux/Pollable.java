package org.lvsdirector.linux;

/** Something with a file descriptor that a {@link Poller} can wait for. */
public interface Pollable {
    /**
     * The file descriptor.
     *
     * @throws IllegalStateException if it has been closed
     */
    int fd();
}
