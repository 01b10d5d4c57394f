package org.lvsdirector.control.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lvsdirector.control.supervise.ChildWatch.Phase;

/**
 * Decides when the children start, stop, restart and die. Pure: every method takes the monotonic time and returns what is to be done. Not
 * safe for use by several threads.
 *
 * <p>Order: checkers starts first and vrrp once the first table stands, for a virtual IP with an empty table resets its clients. At stop vrrp
 * goes first, and checkers takes the services away once the addresses are gone.
 *
 * <p>Children are killed in {@link #tick} alone. A parent that was itself stopped or starved sees silence that is its own, so a late tick
 * restarts all counts instead.
 */
public final class Supervisor {
    private final SupervisorSettings settings;
    private final ChildWatch vrrp = new ChildWatch(ChildRole.VRRP);
    private final ChildWatch checkers = new ChildWatch(ChildRole.CHECKERS);
    /** In the order in which they start. */
    private final List<ChildWatch> children = List.of(checkers, vrrp);

    private long stopNanos;
    private long nextTick;
    private boolean stopping;
    private boolean reportedUp;
    private int exitCode;

    public Supervisor(SupervisorSettings settings, long now) {
        this.settings = settings;
        this.stopNanos = settings.stopNanos();
        this.nextTick = now + settings.beatNanos();
        children.forEach(child -> child.restartDelay = settings.firstRestartNanos());
    }

    /** How long a child may take to stop, from now on. */
    public void patience(long nanos) {
        stopNanos = nanos;
    }

    /** The children that the running configuration has work for; at start and at every reload. A child without work is stopped. */
    public List<Deed> want(Set<ChildRole> roles, long now) {
        List<Deed> deeds = new ArrayList<>();
        if (stopping) {
            return deeds;
        }
        boolean firstTableAwaited = roles.contains(ChildRole.CHECKERS) && !checkers.wanted;
        for (ChildWatch child : children) {
            child.wanted = roles.contains(child.role);
            if (!child.wanted) {
                if (child.phase == Phase.RESTING) {
                    deeds.add(new Deed.Sweep(child.role));
                }
                dismiss(child, now, deeds);
            } else if (child.phase == Phase.IDLE) {
                if (child == vrrp && firstTableAwaited) {
                    child.phase = Phase.HELD;
                    child.deadline = now + settings.firstTableWaitNanos();
                } else {
                    spawn(child, now, deeds);
                }
            }
        }
        reportUp(deeds);
        return deeds;
    }

    /** A child has done its first work: vrrp listens, checkers has a table. */
    public List<Deed> ready(ChildRole role, long now) {
        List<Deed> deeds = new ArrayList<>();
        ChildWatch child = watch(role);
        if (child.phase == Phase.STARTING) {
            child.phase = Phase.RUNNING;
            child.readySince = now;
            child.lastBeat = now;
        }
        if (role == ChildRole.CHECKERS && vrrp.phase == Phase.HELD) {
            spawn(vrrp, now, deeds);
        }
        reportUp(deeds);
        return deeds;
    }

    /** A child proved that it lives. */
    public void beat(ChildRole role, long now) {
        watch(role).lastBeat = now;
    }

    /**
     * A child's process has ended.
     *
     * @param cause for the log, such as {@code exited with status 1}
     * @param permanent the exit code to leave with when a restart cannot help (no IPVS, no permission); 0 to restart
     */
    public List<Deed> exited(ChildRole role, String cause, int permanent, long now) {
        List<Deed> deeds = new ArrayList<>();
        ChildWatch child = watch(role);
        boolean asked = child.phase == Phase.STOPPING;
        if (child.phase == Phase.RUNNING && now - child.readySince >= settings.steadyNanos()) {
            child.restartDelay = settings.firstRestartNanos();
        }
        child.phase = Phase.IDLE;
        child.killed = false;
        if (stopping) {
            if (role == ChildRole.VRRP) {
                deeds.add(new Deed.Sweep(ChildRole.VRRP));
                dismiss(checkers, now, deeds);
            }
            leaveIfAlone(deeds);
        } else if (permanent != 0 || (!asked && !settings.respawn())) {
            deeds.add(new Deed.Warn("The " + role.word() + " process " + cause + "; stopping."));
            deeds.addAll(stop(permanent != 0 ? permanent : 1, now));
        } else if (!child.wanted) {
            deeds.add(new Deed.Sweep(role));
        } else if (asked) {
            spawn(child, now, deeds);
        } else {
            rest(child, cause, now, deeds);
        }
        return deeds;
    }

    /** A running child is to make room for one that is started otherwise. */
    public List<Deed> replace(ChildRole role, long now) {
        ChildWatch child = watch(role);
        if (stopping || child.phase != Phase.RUNNING) {
            return List.of();
        }
        child.phase = Phase.STOPPING;
        child.deadline = now + stopNanos;
        return List.of(new Deed.Replace(role));
    }

    /** Stop everything, then leave with {@code code}. A second call changes nothing. */
    public List<Deed> stop(int code, long now) {
        List<Deed> deeds = new ArrayList<>();
        if (stopping) {
            return deeds;
        }
        stopping = true;
        exitCode = code;
        dismiss(vrrp, now, deeds);
        if (!vrrp.alive()) {
            deeds.add(new Deed.Sweep(ChildRole.VRRP));
            dismiss(checkers, now, deeds);
        }
        leaveIfAlone(deeds);
        return deeds;
    }

    /** To be called when {@link #nextWake} has come; calling early does no harm. */
    public List<Deed> tick(long now) {
        List<Deed> deeds = new ArrayList<>();
        long late = now - nextTick;
        if (late > settings.lateNanos()) {
            restartCounts(late, now);
            deeds.add(new Deed.Warn("Woke " + late / 1_000_000 + " ms late; the children's missing beats start anew."));
        }
        for (ChildWatch child : children) {
            check(child, now, deeds);
        }
        nextTick = now + settings.beatNanos();
        return deeds;
    }

    /** When {@link #tick} wants to be called next: every beat, or sooner for a child that is due. */
    public long nextWake() {
        long wake = nextTick;
        for (ChildWatch child : children) {
            boolean due = child.phase == Phase.RESTING || child.phase == Phase.HELD;
            if (due && child.deadline - wake < 0) {
                wake = child.deadline;
            }
        }
        return wake;
    }

    /** Whether the end has begun: nothing is started any more. */
    public boolean isStopping() {
        return stopping;
    }

    /** Whether every child either runs its configuration or has no process: a new configuration can be put to the vote. */
    public boolean isSettled() {
        return children.stream().allMatch(child -> child.phase == Phase.RUNNING || !child.alive());
    }

    /** How often a child has been started again. */
    public int restarts(ChildRole role) {
        return watch(role).restarts;
    }

    /** The child's phase in one word, for status. */
    public String phase(ChildRole role) {
        return switch (watch(role).phase) {
            case IDLE -> "not needed";
            case HELD -> "waiting";
            case RESTING -> "down";
            case STARTING -> "starting";
            case RUNNING -> "running";
            case STOPPING -> "stopping";
        };
    }

    private ChildWatch watch(ChildRole role) {
        return role == ChildRole.VRRP ? vrrp : checkers;
    }

    private void check(ChildWatch child, long now, List<Deed> deeds) {
        switch (child.phase) {
            case HELD -> {
                if (now - child.deadline >= 0) {
                    deeds.add(new Deed.Warn("No first table from the checkers process after "
                            + settings.firstTableWaitNanos() / 1_000_000_000L + " s; starting vrrp without it."));
                    spawn(child, now, deeds);
                }
            }
            case RESTING -> {
                if (now - child.deadline >= 0) {
                    child.restarts++;
                    spawn(child, now, deeds);
                }
            }
            case STARTING -> {
                if (now - child.deadline >= 0) {
                    kill(child, "was not ready after " + settings.startLimitNanos() / 1_000_000_000L + " s", deeds);
                }
            }
            case RUNNING -> {
                if (now - child.lastBeat > settings.missingBeats() * settings.beatNanos()) {
                    kill(child, "missed " + settings.missingBeats() + " beats", deeds);
                }
            }
            case STOPPING -> {
                if (now - child.deadline >= 0) {
                    kill(child, "did not stop in " + stopNanos / 1_000_000_000L + " s", deeds);
                }
            }
            case IDLE -> {}
        }
    }

    private void restartCounts(long late, long now) {
        for (ChildWatch child : children) {
            child.lastBeat = now;
            child.deadline += late;
        }
    }

    private void spawn(ChildWatch child, long now, List<Deed> deeds) {
        child.phase = Phase.STARTING;
        child.deadline = now + settings.startLimitNanos();
        deeds.add(new Deed.Spawn(child.role));
    }

    private void rest(ChildWatch child, String cause, long now, List<Deed> deeds) {
        deeds.add(new Deed.Warn("The " + child.role.word() + " process " + cause + "; starting it again in "
                + child.restartDelay / 1_000_000 + " ms."));
        child.phase = Phase.RESTING;
        child.deadline = now + child.restartDelay;
        child.restartDelay = Math.min(2 * child.restartDelay, settings.longestRestartNanos());
    }

    private void dismiss(ChildWatch child, long now, List<Deed> deeds) {
        if (child.phase == Phase.STOPPING) {
            return;
        }
        if (child.alive()) {
            child.phase = Phase.STOPPING;
            child.deadline = now + stopNanos;
            deeds.add(new Deed.Stop(child.role));
        } else {
            child.phase = Phase.IDLE;
        }
    }

    private static void kill(ChildWatch child, String reason, List<Deed> deeds) {
        // Once: the exit is reported when the process is gone.
        if (!child.killed) {
            child.killed = true;
            deeds.add(new Deed.Kill(child.role, reason));
        }
    }

    private void leaveIfAlone(List<Deed> deeds) {
        if (children.stream().noneMatch(ChildWatch::alive)) {
            deeds.add(new Deed.Sweep(ChildRole.CHECKERS));
            deeds.add(new Deed.Leave(exitCode));
        }
    }

    private void reportUp(List<Deed> deeds) {
        boolean up = children.stream().allMatch(child -> !child.wanted || child.phase == Phase.RUNNING);
        if (up && !reportedUp && !stopping) {
            reportedUp = true;
            deeds.add(new Deed.Up());
        }
    }
}
