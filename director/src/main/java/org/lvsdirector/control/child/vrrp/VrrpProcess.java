package org.lvsdirector.control.child.vrrp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.child.ParentLink;
import org.lvsdirector.control.child.ProcessScheduling;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.logging.Logging;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.linux.ProcessControl;
import org.lvsdirector.vrrp.linux.LinuxVrrp;
import org.lvsdirector.vrrp.machine.RouterEvent.TrackerRead;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.runtime.VrrpDriver;
import org.lvsdirector.vrrp.runtime.VrrpPorts;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.TrackerKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vrrp process. This thread, of ordinary priority, reads what the parent wants and hands the driver finished values; the driver has a
 * thread of its own and waits for nobody.
 */
public final class VrrpProcess {
    private static final Logger LOG = LoggerFactory.getLogger(VrrpProcess.class);
    /** The driver's thread, as the kernel has it. */
    private static final String DRIVER = "driver";

    static final ProcessScheduling SCHEDULING = new ProcessScheduling("vrrp", DRIVER);

    /** As long as the parent waits before it kills. */
    private static final long STOP_MILLIS = 5000;

    private final ParentLink parent;
    private final News news;
    private final List<TrackerRead> early = new ArrayList<>();
    private Command.@Nullable PrepareVrrp prepared;
    private @Nullable VrrpDriver driver;
    private RouterSettings settings = RouterSettings.EMPTY;
    private @Nullable Thread driverThread;
    private volatile boolean stopping;

    public VrrpProcess(ParentLink parent) {
        this.parent = parent;
        this.news = new News(parent);
    }

    /** Serves the parent until it says stop, or is gone; the exit code. */
    public int run() {
        for (Optional<Command> next = parent.receive(); next.isPresent(); next = parent.receive()) {
            obey(next.get());
            if (next.get() instanceof Command.Stop) {
                awaitDriver();
                return ExitCode.OK;
            }
        }
        if (!stopping) {
            LOG.error("The director is gone; giving up the virtual addresses");
        }
        stop(false);
        awaitDriver();
        return ExitCode.RUN_TIME;
    }

    private void obey(Command command) {
        if (command instanceof Command.PrepareVrrp prepare) {
            prepare(prepare);
        } else if (command instanceof Command.Commit commit) {
            commit(commit.generation());
        } else if (command instanceof Command.Abort abort) {
            if (prepared != null && prepared.generation() == abort.generation()) {
                prepared = null;
            }
        } else if (command instanceof Command.ScriptEnded ended) {
            if (driver != null) {
                driver.scriptFinished(ended.script(), ended.outcome());
            }
        } else if (command instanceof Command.FileRead read) {
            tell(new TrackerRead(TrackerKind.FILE, read.file(), read.number()));
        } else if (command instanceof Command.ProcessesCounted counted) {
            tell(new TrackerRead(TrackerKind.PROCESS, counted.process(), counted.enough() ? 1 : 0));
        } else if (command instanceof Command.Ask ask) {
            answer(ask.id());
        } else if (command instanceof Command.Stop stop) {
            stop(stop.keep());
        }
    }

    /** What is told before there is a driver counts from its start. */
    private void tell(TrackerRead reading) {
        if (driver != null) {
            driver.trackerRead(reading.kind(), reading.name(), reading.value());
        } else {
            early.add(reading);
        }
    }

    private void prepare(Command.PrepareVrrp order) {
        try {
            VrrpDriver.requireUsable(order.start().settings());
            prepared = order;
            parent.report(new Report.Prepared(order.generation()));
        } catch (RuntimeException unusable) {
            // A bug met while looking at new settings must not end a process that holds addresses under the old ones.
            parent.report(new Report.Refused(order.generation(), reason(unusable)));
        }
    }

    private static String reason(RuntimeException unusable) {
        return unusable instanceof IllegalArgumentException
                ? String.valueOf(unusable.getMessage())
                : unusable.toString();
    }

    private void commit(long generation) {
        Command.PrepareVrrp order = prepared;
        if (order == null || order.generation() != generation) {
            return;
        }
        prepared = null;
        settings = order.start().settings();
        CompletableFuture<?> done =
                driver == null ? start(order.start(), Path.of(order.kernelRecord())) : goOver(driver, settings);
        var unused = done.thenRun(() -> parent.report(new Report.Committed(generation)));
    }

    private static CompletableFuture<?> goOver(VrrpDriver running, RouterSettings next) {
        SCHEDULING.apply(next.options().scheduling());
        SCHEDULING.lock(next.options().scheduling());
        return running.commit(next);
    }

    /** Starts the driver; done when it has taken its first turn. */
    private CompletableFuture<?> start(StartOrder order, Path kernelRecord) {
        VrrpPorts ports = LinuxVrrp.open(
                news,
                new KeptSettings(new Sysctls(kernelRecord)),
                order.settings().options().firewall());
        VrrpDriver started = new VrrpDriver(ports, order);
        started.know(early);
        early.clear();
        Scheduling scheduling = order.settings().options().scheduling();
        Thread thread = new Thread(() -> drive(started, scheduling), DRIVER);
        driver = started;
        driverThread = thread;
        thread.start();
        WarmUp.begin(order.settings());
        return started.status();
    }

    /** A driver that ends by itself has met a bug: this process must not go on as if it held addresses. */
    private void drive(VrrpDriver started, Scheduling scheduling) {
        try {
            ProcessControl.setTimerSlack(1);
            SCHEDULING.apply(scheduling);
            started.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("Internal error in the VRRP driver", bug);
            Logging.flush();
            Runtime.getRuntime().halt(ExitCode.RUN_TIME);
        }
    }

    private void answer(long id) {
        VrrpDriver running = driver;
        if (running == null) {
            return;
        }
        RouterSettings configured = settings;
        // Not on the driver's thread: the answer is garbage, and asks the kernel.
        var unused = running.status()
                .thenAcceptAsync(status -> parent.report(
                        new Report.Answer(id, Json.mapper().valueToTree(StatusView.of(status, configured)))));
    }

    private void stop(boolean keepAddresses) {
        stopping = true;
        VrrpDriver running = driver;
        if (running != null) {
            running.shutdown(keepAddresses);
        } else {
            // What an earlier process left is still there, and the parent must know.
            Runtime.getRuntime().halt(ExitCode.RUN_TIME);
        }
    }

    private void awaitDriver() {
        try {
            if (driverThread != null) {
                driverThread.join(STOP_MILLIS);
                if (driverThread.isAlive()) {
                    LOG.error("The VRRP driver does not stop; leaving without it");
                    Logging.flush();
                    Runtime.getRuntime().halt(ExitCode.RUN_TIME);
                }
            }
            news.finish();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
