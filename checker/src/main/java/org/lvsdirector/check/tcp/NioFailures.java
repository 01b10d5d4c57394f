package org.lvsdirector.check.tcp;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.Locale;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;

/**
 * Tells this machine's failures from the real server's. The JDK keeps the error number to itself: its exception's class says most, the step
 * that failed says the rest, and the message (the C library's, English in a daemon) only refines what is known to be local.
 */
final class NioFailures {
    private NioFailures() {}

    /** A step of an I/O call. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** Runs a step that concerns this machine alone: opening, binding, options. */
    static <T> T local(Step<T> step) throws ProbeException {
        try {
            return step.run();
        } catch (IOException e) {
            throw new ProbeException(localCause(e), text(e));
        }
    }

    /** Runs a step of the connect itself, where most failures are the other side's. */
    static <T> T remote(Step<T> step) throws ProbeException {
        try {
            return step.run();
        } catch (PortUnreachableException e) {
            throw new ProbeException(Cause.REFUSED, "Connection refused");
        } catch (ConnectException e) {
            throw new ProbeException(text(e).contains("timed out") ? Cause.TIMED_OUT : Cause.REFUSED, text(e));
        } catch (NoRouteToHostException e) {
            throw new ProbeException(Cause.UNREACHABLE, text(e));
        } catch (BindException e) {
            // At this step it is a connect that found no source address or port to use.
            throw new ProbeException(localCause(e), text(e));
        } catch (SocketException e) {
            throw new ProbeException(socketCause(e), text(e));
        } catch (IOException e) {
            throw new ProbeException(Cause.BROKEN, text(e));
        }
    }

    private static Cause socketCause(SocketException e) {
        Cause local = localCause(e);
        if (local != Cause.LOCAL_OTHER) {
            return local;
        }
        return text(e).contains("reset") ? Cause.BROKEN : Cause.UNREACHABLE;
    }

    private static Cause localCause(IOException e) {
        String text = text(e).toLowerCase(Locale.ROOT);
        if (text.contains("permi") || text.contains("denied")) {
            return Cause.LOCAL_PERMISSION;
        }
        if (text.contains("too many open files") || text.contains("buffer space") || text.contains("memory")) {
            return Cause.LOCAL_RESOURCES;
        }
        return e instanceof BindException ? Cause.LOCAL_ADDRESS : Cause.LOCAL_OTHER;
    }

    private static String text(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
