package org.lvsdirector.netlink;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;

/**
 * The kernel refused a request, or the exchange with it failed. The message says what was tried, the error number's name and, where
 * the kernel gives it, its own explanation (extended acknowledgement).
 */
public class NetlinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Errno errno;
    private final int errnoNumber;
    private final @Nullable String explanation;

    /**
     * @param operation what was tried, on whom
     * @param errnoNumber positive error number
     * @param explanation the kernel's text, or null
     */
    public NetlinkException(String operation, int errnoNumber, @Nullable String explanation) {
        super(operation + ": " + Errno.describe(errnoNumber) + (explanation == null ? "" : ": " + explanation));
        this.operation = operation;
        this.errno = Errno.ofNumber(errnoNumber);
        this.errnoNumber = errnoNumber;
        this.explanation = explanation;
    }

    public NetlinkException(String operation, Errno errno, @Nullable String explanation) {
        this(operation, errno.number(), explanation);
    }

    NetlinkException(String operation, LinuxException cause) {
        this(operation, cause.errnoNumber(), cause.operation());
        initCause(cause);
    }

    /** A message that is not what the protocol promises ({@code EPROTO}): a bug here or a kernel of another age. */
    static NetlinkException malformed(String what) {
        return new NetlinkException("read a netlink message", Errno.EPROTO, what);
    }

    /** What was tried, on whom. */
    public String operation() {
        return operation;
    }

    /** Why it failed; {@link Errno#UNKNOWN} for a number this project has no name for. */
    public Errno errno() {
        return errno;
    }

    /** The kernel's positive number. */
    public int errnoNumber() {
        return errnoNumber;
    }

    /** The kernel's own text, or null if it gave none. */
    public @Nullable String explanation() {
        return explanation;
    }

    /**
     * Whether replies were lost, so that nobody knows which requests took effect ({@code ENOBUFS}, {@code ETIMEDOUT}): the caller has
     * to dump and compare.
     */
    public boolean outcomeUnknown() {
        return errno == Errno.ENOBUFS || errno == Errno.ETIMEDOUT;
    }
}
