package org.lvsdirector.linux;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.MemoryIO;
import com.kenai.jffi.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The C library through raw jffi: one symbol look-up per function, and then calls that take and give machine words and allocate
 * nothing. {@code jnr.ffi.LibraryLoader} would cost a short command some 55 ms of bytecode generation, see
 * {@link ProcessCalls} for what only a daemon needs.
 *
 * <p>Arguments of type {@code int} may travel as words in the calling conventions of x86-64 and arm64; results of type {@code int}
 * leave the upper half undefined, hence the narrowing in {@link #check}.
 */
final class Libc {
    private static final Library LIBRARY = Library.getDefault();
    private static final Invoker INVOKER = Invoker.getInstance();
    private static final LastError LAST_ERROR = LastError.getInstance();
    private static final MemoryIO MEMORY = MemoryIO.getInstance();
    private static final CallContext[] CONTEXTS = contexts();
    private static final int MAX_ARGUMENTS = 6;

    static final long SOCKET = symbol("socket");
    static final long BIND = symbol("bind");
    static final long CONNECT = symbol("connect");
    static final long LISTEN = symbol("listen");
    static final long GETSOCKNAME = symbol("getsockname");
    static final long SETSOCKOPT = symbol("setsockopt");
    static final long GETSOCKOPT = symbol("getsockopt");
    static final long SEND = symbol("send");
    static final long SENDTO = symbol("sendto");
    static final long RECV = symbol("recv");
    static final long RECVFROM = symbol("recvfrom");
    static final long RECVMSG = symbol("recvmsg");
    static final long SHUTDOWN = symbol("shutdown");
    static final long OPEN = symbol("open");
    static final long READ = symbol("read");
    static final long WRITE = symbol("write");
    static final long CLOSE = symbol("close");
    static final long PPOLL = symbol("ppoll");
    static final long EVENTFD = symbol("eventfd");
    static final long INOTIFY_INIT = symbol("inotify_init1");
    static final long INOTIFY_ADD_WATCH = symbol("inotify_add_watch");
    static final long MKFIFO = symbol("mkfifo");
    static final long CAPGET = symbol("capget");
    static final long GETEUID = symbol("geteuid");
    static final long IF_NAMETOINDEX = symbol("if_nametoindex");
    static final long IF_INDEXTONAME = symbol("if_indextoname");

    private Libc() {}

    private static CallContext[] contexts() {
        CallContext[] contexts = new CallContext[MAX_ARGUMENTS + 1];
        for (int count = 0; count < contexts.length; count++) {
            Type[] words = new Type[count];
            Arrays.fill(words, Type.SINT64);
            contexts[count] = new CallContext(Type.SINT64, words);
        }
        return contexts;
    }

    private static long symbol(String name) {
        long address = LIBRARY.getSymbolAddress(name);
        if (address == 0) {
            throw new UnsatisfiedLinkError("the C library has no " + name);
        }
        return address;
    }

    static long call(long function) {
        return INVOKER.invokeL0(CONTEXTS[0], function);
    }

    static long call(long function, long a) {
        return INVOKER.invokeL1(CONTEXTS[1], function, a);
    }

    static long call(long function, long a, long b) {
        return INVOKER.invokeL2(CONTEXTS[2], function, a, b);
    }

    static long call(long function, long a, long b, long c) {
        return INVOKER.invokeL3(CONTEXTS[3], function, a, b, c);
    }

    static long call(long function, long a, long b, long c, long d) {
        return INVOKER.invokeL4(CONTEXTS[4], function, a, b, c, d);
    }

    static long call(long function, long a, long b, long c, long d, long e) {
        return INVOKER.invokeL5(CONTEXTS[5], function, a, b, c, d, e);
    }

    static long call(long function, long a, long b, long c, long d, long e, long f) {
        return INVOKER.invokeL6(CONTEXTS[6], function, a, b, c, d, e, f);
    }

    /** The error number that the calling thread's last call left behind, positive. */
    static int errno() {
        return LAST_ERROR.get();
    }

    /** Address of the byte at a direct buffer's position. */
    static long address(ByteBuffer direct) {
        if (!direct.isDirect()) {
            throw new IllegalArgumentException("a heap buffer has no address: " + direct);
        }
        return MEMORY.getDirectBufferAddress(direct) + direct.position();
    }

    /** Throws if a call that returns {@code int} failed. */
    static int check(String operation, long result) {
        int value = (int) result;
        if (value == -1) {
            throw new LinuxException(operation, errno());
        }
        return value;
    }
}
