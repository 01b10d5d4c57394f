package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when the files of watched folders have new content ({@code inotify}): a file that was written is told of when it is closed, so that
 * nobody reads half of it. Used by one thread.
 */
public final class FileEvents implements Pollable, AutoCloseable {
    private static final int IN_NONBLOCK = 0x800;
    private static final int IN_CLOEXEC = 0x80000;
    private static final int IN_CLOSE_WRITE = 0x8;
    private static final int IN_MOVED_FROM = 0x40;
    private static final int IN_MOVED_TO = 0x80;
    private static final int IN_CREATE = 0x100;
    private static final int IN_DELETE = 0x200;
    private static final int IN_DELETE_SELF = 0x400;
    private static final int IN_MOVE_SELF = 0x800;
    private static final int IN_ONLYDIR = 0x1000000;
    private static final int IN_Q_OVERFLOW = 0x4000;
    private static final int IN_IGNORED = 0x8000;
    private static final int MASK = IN_CLOSE_WRITE
            | IN_MOVED_FROM
            | IN_MOVED_TO
            | IN_CREATE
            | IN_DELETE
            | IN_DELETE_SELF
            | IN_MOVE_SELF
            | IN_ONLYDIR;

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MASK_OFFSET = 4; // struct inotify_event: wd, mask, cookie, len, name
    private static final int LENGTH_OFFSET = 12;
    private static final int NAME_OFFSET = 16;

    private final FileDescriptor descriptor;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.nativeOrder());
    private final long bufferAddress = Libc.address(buffer);

    public FileEvents() {
        descriptor = new FileDescriptor(
                "inotify", Libc.check("create an inotify", Libc.call(Libc.INOTIFY_INIT, IN_NONBLOCK | IN_CLOEXEC)));
    }

    /** What happened to a folder. */
    public enum Kind {
        /** A file came, went, or was written. */
        FILE,
        /** The folder itself is gone, and its watch with it. */
        FOLDER_GONE,
        /** Events of all folders were lost: look at everything. */
        LOST
    }

    /**
     * One event.
     *
     * @param watch as {@link #watch} returned it
     * @param name of the file; empty where the event is about none
     */
    public record Event(Kind kind, int watch, String name) {}

    @Override
    public int fd() {
        return descriptor.number();
    }

    /**
     * Watches a folder; again is harmless.
     *
     * @return its number in events
     * @throws LinuxException if there is no such folder
     */
    public int watch(String folder) {
        byte[] bytes = folder.getBytes(StandardCharsets.UTF_8);
        ByteBuffer path = ByteBuffer.allocateDirect(bytes.length + 1)
                .put(bytes)
                .put((byte) 0)
                .flip();
        return Libc.check("watch " + folder, Libc.call(Libc.INOTIFY_ADD_WATCH, fd(), Libc.address(path), MASK));
    }

    /** What has happened since the last call; never waits. */
    public List<Event> take() {
        List<Event> events = new ArrayList<>();
        long count = Libc.call(Libc.READ, fd(), bufferAddress, BUFFER_BYTES);
        while (count > 0) {
            int at = 0;
            while (at < count) {
                int length = buffer.getInt(at + LENGTH_OFFSET);
                events.add(event(at, length));
                at += NAME_OFFSET + length;
            }
            count = Libc.call(Libc.READ, fd(), bufferAddress, BUFFER_BYTES);
        }
        return events;
    }

    private Event event(int at, int length) {
        int watch = buffer.getInt(at);
        int mask = buffer.getInt(at + MASK_OFFSET);
        byte[] name = new byte[length];
        buffer.get(at + NAME_OFFSET, name);
        Kind kind = (mask & IN_Q_OVERFLOW) != 0
                ? Kind.LOST
                : (mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0 ? Kind.FOLDER_GONE : Kind.FILE;
        // Filled up with zeros.
        String text = new String(name, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return new Event(kind, watch, end < 0 ? text : text.substring(0, end));
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
