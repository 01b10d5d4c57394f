package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.supervise.Deed;
import org.lvsdirector.control.supervise.Supervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the supervisor decides, and tells it what became of that. Used by the control thread alone. */
final class Children {
    private static final Logger LOG = LoggerFactory.getLogger(Children.class);

    /** What the rest of the parent does when children come and go. */
    interface Owner {
        /** How to start a child now. */
        ChildLaunch launchOf(ChildRole role);

        /** A child has attached itself and waits for its configuration. */
        void attached(ChildProcess child);

        /** A child is gone, whatever the reason. */
        void gone(ChildRole role);

        /** A child has no process and never will have; what it may have left is to be taken away. */
        void sweep(ChildRole role);

        /** All children that have work run. */
        void allUp();
    }

    /** How long a dead child's last words may take to be read. */
    private static final long LAST_WORDS_NANOS = 1_000_000_000L;

    private final Supervisor supervisor;
    private final RunOptions options;
    private final ControlLoop loop;
    private final Owner owner;
    private final IntConsumer onLeave;
    /** Those whose last process left with status 0: it has taken back all that it did. */
    private final Set<ChildRole> released = EnumSet.noneOf(ChildRole.class);

    private final Map<ChildRole, ChildProcess> processes = new EnumMap<>(ChildRole.class);

    /** @param onLeave told the exit code when everything has stopped */
    Children(Supervisor supervisor, RunOptions options, ControlLoop loop, Owner owner, IntConsumer onLeave) {
        this.supervisor = supervisor;
        this.options = options;
        this.loop = loop;
        this.owner = owner;
        this.onLeave = onLeave;
    }

    /** Watches the children from now on. */
    void watch() {
        carryOut(supervisor.tick(System.nanoTime()));
        loop.later(supervisor.nextWake() - System.nanoTime(), this::watch);
    }

    /** The process of a child, or null while it has none. */
    @Nullable
    ChildProcess get(ChildRole role) {
        return processes.get(role);
    }

    /** The child, if it is there and attached; null otherwise. */
    @Nullable
    ChildProcess attached(ChildRole role) {
        ChildProcess child = processes.get(role);
        return child != null && child.link != null ? child : null;
    }

    void carryOut(List<Deed> deeds) {
        for (Deed deed : deeds) {
            if (deed instanceof Deed.Spawn spawn) {
                spawn(spawn.role());
            } else if (deed instanceof Deed.Kill kill) {
                kill(kill.role(), kill.reason());
            } else if (deed instanceof Deed.Stop stop) {
                stop(stop.role(), options.keeps(stop.role()));
            } else if (deed instanceof Deed.Replace replace) {
                replace(replace.role());
            } else if (deed instanceof Deed.Warn warn) {
                LOG.warn("{}", warn.message());
            } else if (deed instanceof Deed.Sweep sweep) {
                if (!released.contains(sweep.role())) {
                    owner.sweep(sweep.role());
                }
            } else if (deed instanceof Deed.Up) {
                owner.allUp();
            } else if (deed instanceof Deed.Leave leave) {
                onLeave.accept(leave.exitCode());
            }
        }
    }

    /**
     * A process says that it is a child of ours; it is believed if the kernel says so too.
     *
     * @return null if it is not
     */
    @Nullable
    ChildProcess attach(ChildRole role, Link link, Peer peer) {
        ChildProcess child = processes.get(role);
        if (child == null || child.pid() != peer.pid() || child.link != null) {
            LOG.warn("Process {} says it is the {} process, but it is not", peer.pid(), role.word());
            return null;
        }
        child.link = link;
        link.trust();
        owner.attached(child);
        return child;
    }

    /** Ends a child that cannot be talked to any more; the supervisor starts it again. */
    void kill(ChildRole role, String reason) {
        ChildProcess child = processes.get(role);
        if (child != null) {
            LOG.error("Killing the {} process {}: it {}", role.word(), child.pid(), reason);
            var unused = child.process.destroyForcibly();
        }
    }

    private void spawn(ChildRole role) {
        ChildLaunch launch = owner.launchOf(role);
        try {
            ChildProcess child = ChildProcess.start(role, launch);
            processes.put(role, child);
            released.remove(role);
            var unused = child.process.onExit().thenAccept(gone -> loop.post(() -> exited(child)));
            LOG.info("Starting {} child process, pid={}", name(role), child.pid());
        } catch (IOException failure) {
            // After this turn: the supervisor is in the midst of its own.
            loop.post(() -> gone(role, 0, "could not be started (" + failure.getMessage() + ")"));
        }
    }

    /** All that a child said has been read. */
    void linkEnded(ChildProcess child) {
        child.linkEnded = true;
        if (!child.process.isAlive()) {
            ended(child);
        }
    }

    /** Its last words are on the link still; somebody else may hold that open, so they are not waited for without limit. */
    private void exited(ChildProcess child) {
        if (child.link == null || child.linkEnded) {
            ended(child);
        } else {
            loop.later(LAST_WORDS_NANOS, () -> ended(child));
        }
    }

    private void ended(ChildProcess child) {
        if (processes.remove(child.role, child)) {
            int status = child.process.exitValue();
            if (status == ExitCode.OK && !child.replaced) {
                released.add(child.role);
            }
            gone(child.role, child.permanentExit, describe(status));
        }
    }

    private void gone(ChildRole role, int permanent, String cause) {
        owner.gone(role);
        carryOut(supervisor.exited(role, cause, permanent, System.nanoTime()));
    }

    private void replace(ChildRole role) {
        ChildProcess child = processes.get(role);
        if (child != null) {
            LOG.info("Replacing the {} process {}: the configuration needs more memory", role.word(), child.pid());
            child.replaced = true;
            stop(role, true);
        }
    }

    private void stop(ChildRole role, boolean keep) {
        ChildProcess child = processes.get(role);
        if (child == null) {
            return;
        }
        if (child.link == null) {
            // Nothing has been configured yet, so nothing is to be taken back; and it ignores SIGTERM.
            var unused = child.process.destroyForcibly();
        } else {
            child.send(new Command.Stop(keep));
        }
    }

    /** keepalived's words for its children, which log filters know. */
    private static String name(ChildRole role) {
        return role == ChildRole.VRRP ? "VRRP" : "Healthcheck";
    }

    private static String describe(int status) {
        return status > 128 ? "died of signal " + (status - 128) : "exited with status " + status;
    }
}
