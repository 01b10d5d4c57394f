package org.lvsdirector.linux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jnr.ffi.LastError;
import jnr.ffi.Runtime;

/**
 * What a daemon asks of the kernel about processes and threads. The first use binds the C library through jnr-ffi, some 55 ms.
 * Every method throws {@link LinuxException}, {@code EPERM} without the privilege.
 */
public final class ProcessControl {
    public static final int SIGHUP = 1;
    public static final int SIGKILL = 9;
    public static final int SIGTERM = 15;

    private static final int PR_SET_PDEATHSIG = 1;
    private static final int PR_SET_NAME = 15;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int PRIO_PROCESS = 0;
    private static final int SCHED_RR = 2;
    private static final int SCHED_RESET_ON_FORK = 0x40000000;
    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    private static final int MCL_ONFAULT = 4;
    private static final int MAX_THREAD_NAME = 15;

    private ProcessControl() {}

    /**
     * Has the kernel send a signal to this process when its parent's starting <em>thread</em> ends ({@code PR_SET_PDEATHSIG}); 0
     * takes that back. A parent that died before the call sends nothing: compare {@code ProcessHandle.parent} afterwards.
     */
    public static void setParentDeathSignal(int signal) {
        check("set the parent death signal", ProcessCalls.INSTANCE.prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0));
    }

    /** Names the calling thread, and on the main thread the process, as ps and top show it; cut to 15 bytes. */
    public static void setThreadName(String name) {
        byte[] zeroTerminated = Arrays.copyOf(
                Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), MAX_THREAD_NAME), MAX_THREAD_NAME + 1);
        check("name the thread " + name, ProcessCalls.INSTANCE.prctl(PR_SET_NAME, zeroTerminated, 0, 0, 0));
    }

    /** How late the kernel may wake the calling thread to spare itself wakes ({@code PR_SET_TIMERSLACK}); usually 50 microseconds. */
    public static void setTimerSlack(long nanos) {
        check("set the timer slack", ProcessCalls.INSTANCE.prctl(PR_SET_TIMERSLACK, nanos, 0, 0, 0));
    }

    /** Sends a signal to one process. */
    public static void kill(long pid, int signal) {
        check("send signal " + signal + " to process " + pid, ProcessCalls.INSTANCE.kill(positive(pid), signal));
    }

    /** Sends a signal to every process of a group. */
    public static void killGroup(long group, int signal) {
        check("send signal " + signal + " to group " + group, ProcessCalls.INSTANCE.kill(-positive(group), signal));
    }

    /** kill(2) means groups, or everybody, by numbers below 1; none of these may arrive here by mistake. */
    private static int positive(long pid) {
        if (pid <= 1) {
            throw new IllegalArgumentException("no process to signal has number " + pid);
        }
        return Math.toIntExact(pid);
    }

    /** Sets the nice value, -20 to 19, of the calling thread. */
    public static void setPriority(int nice) {
        check("set the nice value " + nice, ProcessCalls.INSTANCE.setpriority(PRIO_PROCESS, 0, nice));
    }

    /**
     * Gives the calling thread round-robin real-time scheduling; processes and threads it starts do not inherit it.
     *
     * @param priority 1 to 99
     */
    public static void setRoundRobin(int priority) {
        check(
                "set SCHED_RR priority " + priority,
                ProcessCalls.INSTANCE.sched_setscheduler(0, SCHED_RR | SCHED_RESET_ON_FORK, new int[] {priority}));
    }

    /**
     * Keeps every page that this process touches, now and later, in memory. Pages it never touches cost nothing
     * ({@code MCL_ONFAULT}): without that an idle JVM of 34 MB grows to over 200.
     */
    public static void lockMemory() {
        check("lock memory", ProcessCalls.INSTANCE.mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT));
    }

    /** Takes {@link #lockMemory} back. */
    public static void unlockMemory() {
        check("unlock memory", ProcessCalls.INSTANCE.munlockall());
    }

    /**
     * Puts another program in the place of this one: the same process, with the namespaces of the calling thread. It returns only by
     * an exception.
     *
     * @param program path
     * @param arguments the first is the program's own name
     */
    public static void replace(String program, List<String> arguments) {
        check("run " + program, ProcessCalls.INSTANCE.execv(program, arguments.toArray(String[]::new)));
    }

    static int check(String operation, int result) {
        if (result == -1) {
            throw new LinuxException(operation, LastError.getLastError(Runtime.getSystemRuntime()));
        }
        return result;
    }
}
