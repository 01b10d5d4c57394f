package org.lvsdirector.ipvsctl;

import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.linux.Errno;

/** What ipvsadm says when the kernel refuses: the same error means different things for different requests. */
final class KernelErrors {
    static final String NO_SUCH_SERVICE = "No such service";
    private static final String SCHEDULER_NOT_FOUND = "Scheduler or persistence engine not found";

    private KernelErrors() {}

    /** Why a request failed. */
    static String of(Request request, IpvsException failure) {
        if (request instanceof Request.Change change) {
            return of(change.change(), failure);
        }
        if (request instanceof Request.StartDaemon || request instanceof Request.StopDaemon) {
            return switch (failure.errno()) {
                case EEXIST -> "Daemon has already run";
                case ESRCH -> "No daemon is running";
                default -> ofAny(failure);
            };
        }
        return ofService(failure);
    }

    /** Why a change was refused. */
    static String of(IpvsChange change, IpvsException failure) {
        Errno errno = failure.errno();
        if (change instanceof IpvsChange.AddService) {
            return switch (errno) {
                case EEXIST -> "Service already exists";
                case ENOENT -> SCHEDULER_NOT_FOUND;
                default -> ofAny(failure);
            };
        }
        if (change instanceof IpvsChange.UpdateService) {
            return errno == Errno.ENOENT ? SCHEDULER_NOT_FOUND : ofService(failure);
        }
        if (change instanceof IpvsChange.RemoveService) {
            return ofService(failure);
        }
        return switch (errno) {
            case ESRCH -> "Service not defined";
            case EEXIST -> "Destination already exists";
            case ENOENT -> "No such destination";
            default -> ofAny(failure);
        };
    }

    private static String ofService(IpvsException failure) {
        return failure.errno() == Errno.ESRCH ? NO_SUCH_SERVICE : ofAny(failure);
    }

    /** What an error means whatever the request. */
    static String ofAny(IpvsException failure) {
        return switch (failure.errno()) {
            case EPERM, EACCES -> "Permission denied (you must be root)";
            case EINVAL -> "Invalid operation.  Possibly wrong module version, address not unicast, ...";
            case ENOMEM -> "Memory allocation problem";
            case EOPNOTSUPP -> "Operation not supported with IPv6";
            case EAFNOSUPPORT -> "Operation not supported with specified address family";
            case EMSGSIZE -> "Module is wrong version";
            case UNKNOWN -> String.valueOf(failure.getMessage());
            default -> failure.errno().text();
        };
    }
}
