package org.lvsdirector.control.child.checkers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.BfdProbe;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.FileProbe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.kinds.KindProber;
import org.lvsdirector.check.path.PathProber;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.told.Tidings;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.checkers.CheckersEngine;
import org.lvsdirector.control.checkers.CheckersListener;
import org.lvsdirector.control.checkers.EngineParts;
import org.lvsdirector.control.checkers.MarkKeeper;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.control.child.ParentLink;
import org.lvsdirector.control.child.ProcessScheduling;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.logging.Logging;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.KnownCheck;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.probe.LinuxPathGate;
import org.lvsdirector.control.probe.LinuxProbeSockets;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.netlink.netfilter.KernelMarkTables;
import org.lvsdirector.reconcile.FileLedger;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkers process: this thread reads what the parent wants, the engine has a thread of its own. */
public final class CheckersProcess implements CheckersListener {
    private static final Logger LOG = LoggerFactory.getLogger("checkers");
    /** Descriptors for tries at one time; the JVM raises the soft limit to the hard one, which is rarely lower than this. */
    private static final int MOST_TRIES = 2000;
    /** The engine's thread, as the kernel has it. */
    private static final String ENGINE = "checkers";

    private static final ProcessScheduling SCHEDULING = new ProcessScheduling("checkers", ENGINE);

    private final ParentLink parent;
    private final Supplier<Ipvs> opener;
    private final Tidings tidings = new Tidings();
    private final List<Command> early = new ArrayList<>();
    private Command.@Nullable PrepareCheckers prepared;
    private @Nullable CheckersEngine engine;
    private @Nullable ParentScripts scripts;
    private @Nullable LinuxPathGate gate;
    private @Nullable Thread thread;
    private boolean started;
    private boolean watching;

    /** @param opener opens the kernel's table; throws {@link IpvsException} where there is none */
    public CheckersProcess(ParentLink parent, Supplier<Ipvs> opener) {
        this.parent = parent;
        this.opener = opener;
    }

    /** Serves the parent until it says stop, or is gone; the exit code. */
    public int run() {
        for (Optional<Command> next = parent.receive(); next.isPresent(); next = parent.receive()) {
            Command command = next.get();
            if (command instanceof Command.Stop stop) {
                stop(stop.keep());
                // One that has not begun has taken nothing back of what an earlier one left.
                return started ? ExitCode.OK : ExitCode.RUN_TIME;
            }
            if (!obey(command)) {
                return ExitCode.RUN_TIME;
            }
        }
        LOG.error("The director is gone; leaving the table as it is");
        return ExitCode.RUN_TIME;
    }

    /** False when this process cannot do its work here. */
    private boolean obey(Command command) {
        if (command instanceof Command.PrepareCheckers prepare) {
            return prepare(prepare);
        }
        if (command instanceof Command.Commit commit) {
            commit(commit.generation());
        } else if (scripts != null && command instanceof Command.CheckEnded ended) {
            scripts.ended(ended);
        } else if (command instanceof Command.FileRead || command instanceof Command.SessionChanged) {
            hear(command);
        } else if (command instanceof Command.Abort abort) {
            if (prepared != null && prepared.generation() == abort.generation()) {
                prepared = null;
            }
        } else if (engine != null && command instanceof Command.SyncRole role) {
            engine.syncRole(role.master());
        } else if (engine != null && command instanceof Command.Ask ask) {
            var unused = engine.snapshot().thenApply(CheckersView::of).thenAccept(status -> answer(ask.id(), status));
        } else if (engine != null && command instanceof Command.Heal heal) {
            var unused = engine.heal()
                    .thenAccept(changes -> answer(heal.id(), sentence(changes)))
                    .exceptionally(failure -> {
                        answer(heal.id(), String.valueOf(failure.getMessage()));
                        return null;
                    });
        }
        return true;
    }

    /** What is told before there is an engine waits for it. */
    private void hear(Command news) {
        CheckersEngine running = engine;
        if (running == null) {
            early.add(news);
        } else if (news instanceof Command.FileRead read) {
            running.hear(
                    () -> tidings.file(read.file(), read.number()),
                    probe -> probe instanceof FileProbe file && file.file().equals(read.file()));
        } else if (news instanceof Command.SessionChanged changed) {
            running.hear(
                    () -> tidings.session(changed.session(), changed.up()),
                    probe -> probe instanceof BfdProbe bfd && bfd.session().equals(changed.session()));
        }
    }

    private static String sentence(List<String> changes) {
        return changes.isEmpty() ? "the table is as it should be" : String.join("\n", changes);
    }

    private void answer(long id, Object value) {
        parent.report(new Report.Answer(id, Json.mapper().valueToTree(value)));
    }

    private boolean prepare(Command.PrepareCheckers order) {
        if (engine == null) {
            try {
                engine = open(order.settings());
            } catch (IpvsException failure) {
                parent.report(new Report.CannotRun(ExitCode.of(failure), String.valueOf(failure.getMessage())));
                return false;
            } catch (RuntimeException failure) {
                // Short of descriptors or memory, most likely: that passes, and the parent tries again.
                LOG.error("Cannot begin: {}", failure.toString());
                return false;
            }
        }
        early.forEach(this::hear);
        early.clear();
        prepared = order;
        parent.report(new Report.Prepared(order.generation()));
        return true;
    }

    private CheckersEngine open(CheckersSettings settings) {
        NioSockets sockets = NioSockets.open();
        ParentScripts commands = new ParentScripts(parent, sockets);
        Path ledger = Path.of(settings.ledger());
        Sysctls sysctls = new Sysctls(Sysctls.recordBeside(ledger));
        LinuxPathGate clients = new LinuxPathGate(sysctls);
        gate = clients;
        Prober kinds = new KindProber(LinuxProbeSockets.beside(sockets), commands, tidings, chance(settings));
        scripts = commands;
        CheckersEngine opened = new CheckersEngine(
                new EngineParts(
                        opener.get(),
                        new FileLedger(ledger),
                        sysctls,
                        new MarkKeeper(new KernelMarkTables(), MarkKeeper.recordBeside(ledger)),
                        sockets,
                        new PathProber(kinds, clients),
                        System::nanoTime,
                        chance(settings),
                        MOST_TRIES),
                this);
        Thread worker = new Thread(() -> work(opened), ENGINE);
        thread = worker;
        worker.start();
        Beat.every(parent, opened);
        return opened;
    }

    private static Random chance(CheckersSettings settings) {
        Long seed = settings.tuning().seed();
        return seed == null ? new Random() : new Random(seed);
    }

    /** An engine that ends by itself has met a bug; the parent starts another process. */
    private static void work(CheckersEngine engine) {
        try {
            engine.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("Internal error in the checkers' engine", bug);
            Logging.flush();
            Runtime.getRuntime().halt(ExitCode.RUN_TIME);
        }
    }

    private void commit(long generation) {
        Command.PrepareCheckers order = prepared;
        CheckersEngine running = engine;
        if (order == null || running == null || order.generation() != generation) {
            return;
        }
        prepared = null;
        if (!watching && order.settings().work().wantsAddresses()) {
            watching = true;
            LinuxPathGate clients = gate;
            AddressWatch.start(present -> {
                running.addresses(present);
                if (clients != null) {
                    running.post(() -> clients.addresses(present));
                }
            });
        }
        CompletableFuture<Void> done;
        if (started) {
            done = running.reload(order.settings().work());
        } else {
            Map<CheckId, CheckHealth> lastKnown = new HashMap<>();
            order.lastKnown()
                    .forEach(check -> lastKnown.put(check.id(), CheckHealth.known(check.up(), check.weightChange())));
            done = running.start(order.settings().work(), lastKnown, order.predecessor());
        }
        boolean first = !started && order.predecessor() == Predecessor.NONE;
        started = true;
        running.synchronise(order.settings().sync());
        Scheduling scheduling = order.settings().tuning().scheduling();
        var unused = done.handle((nothing, failure) -> {
            committed(generation, failure);
            SCHEDULING.apply(scheduling);
            SCHEDULING.lock(scheduling);
            if (first && order.settings().tuning().tellsStart()) {
                var unusedToo = running.snapshot().thenAccept(now -> FirstNews.of(now.services(), now.health())
                        .forEach(this::poolChanged));
            }
            return null;
        });
    }

    /**
     * What the kernel refuses is asked again on the engine's timer, and the configuration is in force all the same. But an engine that could
     * not even read the table has begun nothing: the parent starts another process.
     */
    private void committed(long generation, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("{}", failure.getMessage());
            Logging.flush();
            Runtime.getRuntime().halt(ExitCode.RUN_TIME);
        }
        parent.report(new Report.Committed(generation));
    }

    private void stop(boolean keep) {
        CheckersEngine running = engine;
        if (running == null) {
            return;
        }
        try {
            running.stop(keep).join();
            if (thread != null) {
                thread.join();
            }
        } catch (CompletionException failure) {
            LOG.error("{}", String.valueOf(failure.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void checkChanged(CheckId check, CheckHealth health) {
        parent.report(new Report.Health(List.of(new KnownCheck(check, health.up(), health.weightChange()))));
    }

    @Override
    public void poolChanged(PoolEvent event) {
        parent.report(new Report.Pool(event));
    }
}
