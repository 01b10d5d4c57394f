package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.ParentConfig.ProcessNames;
import org.lvsdirector.control.checkers.SyncRoles;
import org.lvsdirector.control.firewall.DropWish;
import org.lvsdirector.control.firewall.FirewallDesk;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.control.supervise.Supervisor;
import org.lvsdirector.control.supervise.SupervisorSettings;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.vrrp.settings.FirewallSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the parent process. All of it belongs to the control thread. */
final class Parent implements Children.Owner, Reports.Reader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parent.class);

    final ControlLoop loop;
    final RunOptions options;
    final Supervisor supervisor;
    final Children children;
    final Generations generations;
    final Questions questions = new Questions();
    final ScriptDesk scripts;
    final Telling telling;
    final FirewallDesk drops;
    private final TrackDesk trackers;
    private final TimedReloads timedReloads;
    private final JvmCommand jvm;
    private final AddressBook addresses;
    private final MasterRecord masters = new MasterRecord();
    private final CheckersRecord checks = new CheckersRecord();
    final Orders orders;
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private @Nullable Reloads reloads;
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
        this.telling = new Telling(scripts, launcher);
        this.drops = FirewallDesk.of(options.files().pidFile(), options.files().firewallLedger());
        this.trackers = new TrackDesk(loop, this::tellAll);
        this.timedReloads = new TimedReloads(loop, this::reload);
        this.addresses = AddressBook.of(options.files());
        this.orders = new Orders(
                addresses, masters, checks, Sysctls.recordBeside(options.files().linkLedger()));
    }

    /** Completed when all children that have work run for the first time. */
    CompletableFuture<Void> up() {
        return up;
    }

    void start(Reloads asker) {
        reloads = asker;
        Work work = generations.current();
        use(work);
        // What an earlier life has left is taken away by the child whose work it is, but for one that has none any
        // more.
        options.selected().stream().filter(role -> !work.roles().contains(role)).forEach(this::sweep);
        children.carryOut(supervisor.want(work.roles(), System.nanoTime()));
        children.watch();
    }

    private void use(Work work) {
        telling.use(work.scripts(), work.alerts());
        trackers.use(work.watches());
        supervisor.patience(work.parent().childWait().toNanos());
        timedReloads.use(work.parent().reload());
        drops.use(firewall(work).iptables());
    }

    private void reload() {
        if (reloads != null) {
            reloads.request(0, reply -> LOG.debug("Reload at its time: {}", reply));
        }
    }

    /** Stops in good order, then leaves with this exit code. */
    void stop(int exitCode) {
        telling.stopping();
        children.carryOut(supervisor.stop(exitCode, System.nanoTime()));
    }

    /** Goes over to a configuration that all have agreed to. */
    void adopt(Work work, Set<ChildRole> prepared) {
        if (work.vrrp() != null) {
            addresses.expect(work.vrrp());
        }
        use(work);
        checks.configured(work);
        for (ChildRole role : prepared) {
            ChildProcess child = children.attached(role);
            if (child != null) {
                child.send(new Command.Commit(work.generation()));
            }
        }
        prepareOthers(work, prepared);
        children.carryOut(supervisor.want(work.roles(), System.nanoTime()));
    }

    /**
     * Those who came while others voted have been told of the old configuration; they answer that they can, and are told to commit. Those
     * that have no room for it were not asked.
     */
    private void prepareOthers(Work work, Set<ChildRole> voters) {
        for (ChildRole role : work.roles()) {
            ChildProcess child = children.attached(role);
            if (child == null || voters.contains(role)) {
                continue;
            }
            if (HeapSize.suffices(child.heap, role, work)) {
                attached(child);
            } else {
                children.carryOut(supervisor.replace(role, System.nanoTime()));
            }
        }
    }

    @Override
    public ChildLaunch launchOf(ChildRole role) {
        return new ChildLaunch(
                jvm,
                HeapSize.of(role, generations.current()),
                options.files().socket(),
                options.log().toArguments(),
                nameOf(role),
                role == ChildRole.CHECKERS
                        ? generations.current().parent().place().checkersNamespace()
                        : null,
                options.background() && !options.log().console(),
                options.childPidFile(role));
    }

    private @Nullable String nameOf(ChildRole role) {
        ProcessNames names = generations.current().parent().names();
        return role == ChildRole.VRRP ? names.vrrp() : names.checkers();
    }

    /** How many real servers the kernel's table has for the configuration in force, when all are up. */
    long servers() {
        return HeapSize.servers(generations.current());
    }

    @Override
    public void attached(ChildProcess child) {
        Command order = orders.first(child.role, generations.current());
        if (order != null) {
            child.send(order);
            trackers.known().forEach(child::send);
        }
    }

    private void tellAll(Command news) {
        for (ChildRole role : ChildRole.values()) {
            ChildProcess child = children.attached(role);
            if (child != null) {
                child.send(news);
            }
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
            tellSyncRole();
            telling.heard(notify.notification());
        } else if (report instanceof Report.Conflicted conflicted) {
            telling.heard(conflicted.conflict());
        } else if (report instanceof Report.SessionChanged changed) {
            trackers.session(changed.session(), changed.up());
        } else if (report instanceof Report.Unaccepted unaccepted) {
            drops.want(unaccepted.wish());
        } else if (report instanceof Report.RunScript run) {
            scripts.track(
                    run.script(),
                    (script, outcome) ->
                            child.send(new Command.ScriptEnded(script, ScriptOutcomes.forMachine(outcome))));
        } else if (report instanceof Report.RunCheck run) {
            scripts.check(run.check(), outcome -> child.send(new Command.CheckEnded(run.run(), outcome)));
        } else if (report instanceof Report.Health changed) {
            checks.heard(changed.changed());
            telling.heard(changed.changed());
        } else if (report instanceof Report.Pool pool) {
            telling.heard(pool.event());
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
            checks.committed(generation);
            tellSyncRole();
            tableStands();
        }
        children.carryOut(supervisor.ready(child.role, now));
    }

    /** The kernel copies connections in the role that a virtual router has. */
    private void tellSyncRole() {
        CheckersSettings settings = generations.current().checkers();
        ChildProcess checkers = children.attached(ChildRole.CHECKERS);
        SyncRoles sync = settings == null ? null : settings.sync();
        if (checkers != null && sync != null && sync.instance() != null) {
            checkers.send(new Command.SyncRole(masters.isMaster(sync.instance())));
        }
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
        if (role == ChildRole.CHECKERS) {
            tableStands();
        }
    }

    private void tableStands() {
        if (reloads != null) {
            reloads.tableStands();
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

    @Override
    public void sweep(ChildRole role) {
        // One that must not run, by -P or -C, is not our affair either.
        if (options.keeps(role) || !options.selected().contains(role)) {
            return;
        }
        if (role == ChildRole.CHECKERS) {
            sweepServices();
            return;
        }
        boolean routingGone = RoutingSweep.of(addresses.leftoverRouting());
        boolean addressesGone = Sweep.addresses(addresses.leftovers(), firewall(generations.current()));
        boolean linksGone =
                LinkSweep.of(addresses.leftoverLinks(), options.files().linkLedger());
        addressesLeft = !(routingGone && addressesGone && linksGone);
        drops.want(DropWish.NOTHING);
        if (!addressesLeft) {
            addresses.clear();
        }
    }

    private static FirewallSettings firewall(Work work) {
        RouterSettings vrrp = work.vrrp();
        return vrrp == null ? FirewallSettings.USUAL : vrrp.options().firewall();
    }

    private void sweepServices() {
        try {
            boolean unused = Emissary.in(generations.current().parent().place().checkersNamespace(), () -> {
                Sweep.services(options.files().tableLedger());
                return true;
            });
        } catch (IOException failure) {
            LOG.error("Services may be left in the table: {}", failure.getMessage());
        }
    }

    /** Once all have stopped: the ledger goes with the last address. After a bug nobody knows whether they have. */
    void forgetAddresses() {
        if (supervisor.isStopping() && !options.keepAddresses() && !addressesLeft) {
            masters.clear();
            addresses.clear();
        }
    }

    /** Returns when the firewall is as it shall be left. */
    void settleFirewall() {
        if (supervisor.isStopping() && !options.keepAddresses()) {
            drops.want(DropWish.NOTHING);
        }
        drops.close();
    }

    @Override
    public void close() {
        drops.close();
        trackers.close();
        telling.close();
        scripts.close();
    }
}
