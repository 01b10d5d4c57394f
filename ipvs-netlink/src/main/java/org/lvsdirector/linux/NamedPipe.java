package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A named pipe that is written without ever waiting, whether or not somebody reads it: it is open for reading too, so that it has no end,
 * and what finds no room in it is lost.
 */
public final class NamedPipe implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int O_NOFOLLOW_X86 = 0x20000;
    private static final int O_NOFOLLOW_ARM = 0x8000;
    private static final int O_NOFOLLOW =
            System.getProperty("os.arch").equals("aarch64") ? O_NOFOLLOW_ARM : O_NOFOLLOW_X86;

    private final FileDescriptor descriptor;

    private NamedPipe(FileDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Makes a pipe.
     *
     * @param mode permissions, from which the process's mask is taken
     * @throws LinuxException {@code EEXIST} if there is something already
     */
    public static void make(String path, int mode) {
        Libc.check("make the pipe " + path, Libc.call(Libc.MKFIFO, Libc.address(terminated(path)), mode));
    }

    /** Opens a pipe; not through a symbolic link. */
    public static NamedPipe open(String path) {
        int flags = O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW;
        String what = "the pipe " + path;
        return new NamedPipe(new FileDescriptor(
                what, Libc.check("open " + what, Libc.call(Libc.OPEN, Libc.address(terminated(path)), flags, 0))));
    }

    private static ByteBuffer terminated(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length + 1)
                .put(bytes)
                .put((byte) 0)
                .flip();
    }

    /**
     * Writes a line of at most 4,096 bytes, whole or not at all.
     *
     * @return whether there was room
     */
    public boolean write(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        long count = Libc.call(Libc.WRITE, descriptor.number(), Libc.address(out), bytes.length);
        if (count >= 0) {
            return true;
        }
        int errno = Libc.errno();
        if (errno == Errno.EAGAIN.number()) {
            return false;
        }
        throw new LinuxException("write to " + descriptor.what(), errno);
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
