package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
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

        /** All children that have work run. */
        void allUp();
    }

    private final Supervisor supervisor;
    private final RunOptions options;
    private final ControlLoop loop;
    private final Owner owner;
    private final IntConsumer onLeave;
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
                stop(stop.role());
            } else if (deed instanceof Deed.Warn warn) {
                LOG.warn("{}", warn.message());
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
            ChildProcess child =
                    ChildProcess.start(role, launch, status -> loop.post(() -> ended(role, describe(status))));
            processes.put(role, child);
            LOG.info("Starting {} child process, pid={}", name(role), child.pid());
        } catch (IOException failure) {
            // After this turn: the supervisor is in the midst of its own.
            loop.post(() -> ended(role, "could not be started (" + failure.getMessage() + ")"));
        }
    }

    private void ended(ChildRole role, String cause) {
        ChildProcess child = processes.remove(role);
        int permanent = child == null ? 0 : child.permanentExit;
        owner.gone(role);
        carryOut(supervisor.exited(role, cause, permanent, System.nanoTime()));
    }

    private void stop(ChildRole role) {
        ChildProcess child = processes.get(role);
        if (child == null) {
            return;
        }
        if (child.link == null) {
            // Nothing has been configured yet, so nothing is to be taken back.
            child.process.destroy();
        } else {
            child.send(new Command.Stop(options.keeps(role)));
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
