package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A network namespace, held by an open descriptor. Entering one moves the <em>calling thread</em> alone: sockets that it opens
 * afterwards live there, other threads stay where they were, threads and processes that it starts follow.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int O_CLOEXEC = 0x80000;
    private static final Path OF_THIS_THREAD = Path.of("/proc/thread-self/ns/net");
    private static final Path NAMED = Path.of("/run/netns");

    private final FileDescriptor descriptor;

    private NetworkNamespace(FileDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** The namespace at a path such as {@code /proc/4711/ns/net}. */
    public static NetworkNamespace open(Path path) {
        byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer zeroTerminated = ByteBuffer.allocateDirect(bytes.length + 1)
                .put(bytes)
                .put((byte) 0)
                .flip();
        String what = "network namespace " + path;
        int fd = Libc.check("open " + what, Libc.call(Libc.OPEN, Libc.address(zeroTerminated), O_CLOEXEC, 0));
        return new NetworkNamespace(new FileDescriptor(what, fd));
    }

    /** The namespace that {@code ip netns} knows by a name. */
    public static NetworkNamespace named(String name) {
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("no name of a network namespace: " + name);
        }
        return open(NAMED.resolve(name));
    }

    /** The namespace that the calling thread is in. */
    public static NetworkNamespace current() {
        return open(OF_THIS_THREAD);
    }

    /** Moves the calling thread into a new namespace, which has nothing but a loopback interface that is down. */
    public static void unshare() {
        ProcessControl.check("make a network namespace", ProcessCalls.INSTANCE.unshare(CLONE_NEWNET));
    }

    /** Moves the calling thread into this namespace. */
    public void enter() {
        ProcessControl.check(
                "enter " + descriptor.what(), ProcessCalls.INSTANCE.setns(descriptor.number(), CLONE_NEWNET));
    }

    /** Lets go of the namespace; it lives on while a thread, socket or mount uses it. */
    @Override
    public void close() {
        descriptor.close();
    }
}
