package org.lvsdirector.linux;

import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.annotations.SaveError;
import jnr.ffi.types.pid_t;
import jnr.ffi.types.size_t;
import org.jspecify.annotations.Nullable;

/**
 * C functions that only a daemon or a test calls, bound by jnr-ffi; loading this class costs some 55 ms, so nothing on the path of a
 * short command may touch it. Names and arguments are those of the manual pages.
 *
 * <p>Public only because jnr-ffi implements it from another class loader: use {@link ProcessControl} and its neighbours.
 */
public interface ProcessCalls {
    ProcessCalls INSTANCE = LibraryLoader.create(ProcessCalls.class).load("c");

    @SaveError
    int prctl(int option, long argument2, long argument3, long argument4, long argument5);

    @SaveError
    int prctl(int option, byte[] argument2, long argument3, long argument4, long argument5);

    @SaveError
    int kill(@pid_t int pid, int signal);

    @SaveError
    int setpriority(int which, int who, int priority);

    @SaveError
    int sched_setscheduler(@pid_t int pid, int policy, int[] schedParam);

    @SaveError
    int sched_setaffinity(@pid_t int pid, @size_t long size, byte[] mask);

    @SaveError
    int setrlimit(int resource, long[] limits);

    @SaveError
    int mlockall(int flags);

    @SaveError
    int munlockall();

    @SaveError
    int pthread_sigmask(int how, Pointer set, @Nullable Pointer oldSet);

    @SaveError
    int signalfd(int fd, Pointer mask, int flags);

    @SaveError
    int setns(int fd, int type);

    @SaveError
    int unshare(int flags);

    @SaveError
    int execv(String path, String[] arguments);
}
