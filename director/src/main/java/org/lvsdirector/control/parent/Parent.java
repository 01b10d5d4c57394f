package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.control.files.AddressLedger;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.KnownCheck;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.supervise.Supervisor;
import org.lvsdirector.control.supervise.SupervisorSettings;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the parent process. All of it belongs to the control thread. */
final class Parent implements Children.Owner, Reports.Reader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parent.class);
    private static final long MIB = 1024 * 1024;
    /** Measured on an idle child, with room to spare. */
    private static final long BASE_HEAP = 32 * MIB;
    /** What one real server with its check costs a checkers process, generously. */
    private static final long HEAP_PER_SERVER = 2048;

    final ControlLoop loop;
    final RunOptions options;
    final Supervisor supervisor;
    final Children children;
    final Generations generations;
    final Questions questions = new Questions();
    final ScriptDesk scripts;
    private final JvmCommand jvm;
    private final AddressBook addresses;
    private final MasterRecord masters = new MasterRecord();
    private final Map<CheckId, KnownCheck> health = new LinkedHashMap<>();
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private @Nullable Reloads reloads;
    private boolean vrrpStarted;
    private boolean checkersStarted;
    /** A sweep has failed, so the ledger must stay. */
    private boolean addressesLeft;

    Parent(
            ControlLoop loop,
            RunOptions options,
            Work work,
            JvmCommand jvm,
            ScriptLauncher launcher,
            IntConsumer onLeave) {
        this.loop = loop;
        this.options = options;
        this.jvm = jvm;
        this.supervisor = new Supervisor(SupervisorSettings.standard(options.respawn()), System.nanoTime());
        this.children = new Children(supervisor, options, loop, this, onLeave);
        this.generations = new Generations(work);
        this.scripts = new ScriptDesk(launcher);
        this.addresses = new AddressBook(new AddressLedger(options.files().addressLedger()));
    }

    /** Completed when all children that have work run for the first time. */
    CompletableFuture<Void> up() {
        return up;
    }

    void start(Reloads asker) {
        reloads = asker;
        Work work = generations.current();
        scripts.use(work.scripts());
        children.carryOut(supervisor.want(work.roles(), System.nanoTime()));
        children.watch();
    }

    /** Stops in good order, then leaves with this exit code. */
    void stop(int exitCode) {
        children.carryOut(supervisor.stop(exitCode, System.nanoTime()));
    }

    /** Goes over to a configuration that all have agreed to. */
    void adopt(Work work, Set<ChildRole> prepared) {
        if (work.vrrp() != null) {
            addresses.expect(work.vrrp());
        }
        scripts.use(work.scripts());
        for (ChildRole role : prepared) {
            ChildProcess child = children.attached(role);
            if (child != null) {
                child.send(new Command.Commit(work.generation()));
            }
        }
        prepareLatecomers(work, prepared);
        children.carryOut(supervisor.want(work.roles(), System.nanoTime()));
    }

    /** Those who came while others voted have been told of the old configuration; they answer that they can, and are told to commit. */
    private void prepareLatecomers(Work work, Set<ChildRole> voters) {
        for (ChildRole role : work.roles()) {
            ChildProcess child = children.attached(role);
            if (child != null && !voters.contains(role)) {
                attached(child);
            }
        }
    }

    /** The order to prepare a configuration, for a child that runs already. */
    static @Nullable Command preparation(Work work, ChildRole role) {
        RouterSettings vrrp = work.vrrp();
        CheckersSettings checkers = work.checkers();
        if (role == ChildRole.VRRP) {
            return vrrp == null ? null : new Command.PrepareVrrp(work.generation(), StartOrder.cold(vrrp));
        }
        return checkers == null ? null : new Command.PrepareCheckers(work.generation(), checkers, false, List.of());
    }

    @Override
    public ChildLaunch launchOf(ChildRole role) {
        return new ChildLaunch(
                jvm.withHeap(heapOf(role)),
                options.files().socket(),
                options.log().toArguments(),
                options.background() && !options.log().console(),
                options.childPidFile(role));
    }

    private long heapOf(ChildRole role) {
        return role == ChildRole.VRRP ? BASE_HEAP : BASE_HEAP + servers() * HEAP_PER_SERVER;
    }

    /** How many real servers the kernel's table has for the configuration in force, when all are up. */
    long servers() {
        CheckersSettings checkers = generations.current().checkers();
        return checkers == null
                ? 0
                : checkers.work().services().stream()
                        .mapToLong(service -> Math.multiplyFull(
                                service.servers().size(), service.keys().size()))
                        .sum();
    }

    @Override
    public void attached(ChildProcess child) {
        Work work = generations.current();
        RouterSettings vrrp = work.vrrp();
        if (child.role == ChildRole.VRRP && vrrp != null) {
            // A process that is the first of this parent starts cold, whatever an earlier parent knew.
            StartOrder order =
                    new StartOrder(vrrp, vrrpStarted ? masters.resumptions(vrrp) : List.of(), addresses.leftovers());
            vrrpStarted = true;
            addresses.expect(vrrp);
            child.send(new Command.PrepareVrrp(work.generation(), order));
        } else if (child.role == ChildRole.CHECKERS && work.checkers() != null) {
            List<KnownCheck> known = new ArrayList<>(health.values());
            child.send(new Command.PrepareCheckers(work.generation(), work.checkers(), checkersStarted, known));
        }
    }

    @Override
    public void report(ChildProcess child, Report report) {
        if (children.get(child.role) != child) {
            return; // said by one that is gone
        }
        long now = System.nanoTime();
        // Whatever it says, it lives; but only a beat comes from the thread that does the work.
        if (report instanceof Report.Beat) {
            supervisor.beat(child.role, now);
            if (child.role == ChildRole.VRRP) {
                masters.beat(now);
            }
        } else if (report instanceof Report.Prepared prepared) {
            prepared(child, prepared.generation());
        } else if (report instanceof Report.Refused refused) {
            refused(child, refused);
        } else if (report instanceof Report.Committed committed) {
            committed(child, committed.generation(), now);
        } else if (report instanceof Report.CannotRun cannot) {
            LOG.error("{}", cannot.sentence());
            if (!up.isDone() && !options.log().console()) {
                System.err.println("director: " + cannot.sentence());
            }
            child.permanentExit = cannot.exitCode();
        } else if (report instanceof Report.Notify notify) {
            masters.heard(notify.notification(), now);
            scripts.tell(notify.notification());
        } else if (report instanceof Report.RunScript run) {
            scripts.track(
                    run.script(),
                    (script, outcome) ->
                            child.send(new Command.ScriptEnded(script, ScriptOutcomes.forMachine(outcome))));
        } else if (report instanceof Report.Health changed) {
            changed.changed().forEach(check -> health.put(check.id(), check));
        } else if (report instanceof Report.Pool pool) {
            scripts.tell(pool.event());
        } else if (report instanceof Report.Answer answer) {
            questions.answered(answer.id(), answer.value());
        }
    }

    private void prepared(ChildProcess child, long generation) {
        if (generation == generations.current().generation()) {
            child.send(new Command.Commit(generation));
        } else if (reloads != null) {
            reloads.verdict(generations.prepared(child.role, generation));
        }
    }

    private void refused(ChildProcess child, Report.Refused refused) {
        if (refused.generation() == generations.current().generation()) {
            LOG.error("The {} process cannot run the configuration: {}", child.role.word(), refused.reason());
            child.permanentExit = 1;
            children.kill(child.role, "refused the configuration in force");
        } else if (reloads != null) {
            reloads.verdict(generations.refused(child.role, refused.generation(), refused.reason()));
        }
    }

    private void committed(ChildProcess child, long generation, long now) {
        Work work = generations.current();
        if (generation == work.generation() && child.role == ChildRole.VRRP && work.vrrp() != null) {
            addresses.settle(work.vrrp());
        }
        if (child.role == ChildRole.CHECKERS) {
            checkersStarted = true;
        }
        children.carryOut(supervisor.ready(child.role, now));
    }

    @Override
    public void nonsense(ChildProcess child, String what) {
        boolean stopping = supervisor.phase(child.role).equals("stopping");
        if (children.get(child.role) == child && child.process.isAlive() && !stopping) {
            children.kill(child.role, "broke the link (" + what + ")");
        }
    }

    @Override
    public void gone(ChildRole role) {
        questions.lost(role);
        if (reloads != null) {
            reloads.verdict(generations.lost(role));
        }
    }

    @Override
    public void allUp() {
        up.complete(null);
    }

    /** A connection says that it is a child; reads it to its end if that is so. On the thread of that connection. */
    void serveChild(ChildRole role, Link link, Peer peer) throws IOException {
        CompletableFuture<@Nullable ChildProcess> attached = new CompletableFuture<>();
        loop.post(() -> attached.complete(children.attach(role, link, peer)));
        ChildProcess child = attached.join();
        if (child != null) {
            Reports.readAll(child, link, loop, this);
            loop.post(() -> children.linkEnded(child));
        }
    }

    /** The ledger goes with the last address. */
    @Override
    public void sweep(ChildRole role) {
        if (options.keeps(role)) {
            return;
        }
        if (role == ChildRole.CHECKERS) {
            Sweep.services(options.files().tableLedger());
        } else if (!Sweep.addresses(addresses.leftovers())) {
            addressesLeft = true;
        }
    }

    /** Once all have stopped: the addresses are gone, as far as is known. */
    void forgetAddresses() {
        if (!options.keepAddresses() && !addressesLeft) {
            masters.clear();
            addresses.clear();
        }
    }

    @Override
    public void close() {
        scripts.close();
    }
}
