package org.lvsdirector.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.effective.ConfigurationText;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.client.ControlClient;
import org.lvsdirector.control.files.History;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.mapping.CheckersMapping;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.parent.ConfigurationSource;
import org.lvsdirector.control.status.CheckersStatus;
import org.lvsdirector.control.status.DirectorStatus;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.plan.PlanReport;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.reconcile.FileLedger;
import org.lvsdirector.reconcile.TableReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director plan}: what would change in what runs and in the kernel's table, without changing it. */
@Command(name = "plan", description = "Show what a configuration would change in what runs and in the kernel's table.")
final class PlanCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Mixin
    final ConfigIdSwitch configId = new ConfigIdSwitch();

    @Parameters(paramLabel = "FILE", description = "Configuration.")
    Path file = Path.of("");

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws CommandFailed {
        ConfigurationSource.Reading reading = ConfigurationFiles.readWithText(file, configId.context());
        Configuration configuration =
                ConfigurationFiles.accepted(reading.result(), spec.commandLine().getErr());
        List<ServiceDefinition> services = CheckersMapping.services(configuration);
        PrintWriter out = spec.commandLine().getOut();
        Optional<DirectorStatus> running = running();
        if (running.isPresent()) {
            printDifferences(reading.text(), out);
        } else {
            out.println("No director is running here: every real server counts as up.");
        }
        out.flush();
        boolean servicesRun = running.map(DirectorStatus::checkers).isPresent();
        if (services.isEmpty() && !servicesRun) {
            return ExitCode.OK;
        }
        try (Ipvs ipvs = KernelIpvs.open()) {
            IpvsTable known = TableReader.read(ipvs);
            List<ServiceDefinition> probes = CheckersMapping.probes(configuration);
            IpvsTable desired = Planner.desired(services, health(running.map(DirectorStatus::checkers)))
                    .with(Planner.desired(probes, Map.of()).rows());
            Ownership own = new FileLedger(instance.files().tableLedger())
                    .read()
                    .ownership()
                    .plus(Planner.ownership(services))
                    .plus(Planner.ownership(probes));
            out.print(PlanReport.of(Diff.between(desired, known, own), known));
            out.flush();
            return ExitCode.OK;
        } catch (IpvsException failure) {
            throw new CommandFailed(ExitCode.of(failure), failure.getMessage());
        }
    }

    /** What the file says and what runs says not: virtual routers, addresses, checks and all else. */
    private void printDifferences(ConfigurationText text, PrintWriter out) throws CommandFailed {
        try {
            List<History.Entry> ran = new History(instance.files().history()).entries();
            if (ran.isEmpty()) {
                return;
            }
            History.Entry now = ran.get(ran.size() - 1);
            List<String> lines = new ArrayList<>();
            text.forEachLine(lines::add);
            List<String> differences = LineDiff.of(Files.readAllLines(now.file()), lines);
            out.println("Configuration " + now.number() + " runs. "
                    + (differences.isEmpty() ? "This file says the same." : "This file differs:"));
            differences.forEach(out::println);
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.RUN_TIME, "the history cannot be read: " + failure);
        }
    }

    /** What the running director says; empty if there is none. */
    private Optional<DirectorStatus> running() {
        try (ControlClient client = ControlClient.connect(instance.files().socket())) {
            return client.ask(new Request.Status()) instanceof Reply.Status status
                    ? Optional.of(Json.mapper().treeToValue(status.status(), DirectorStatus.class))
                    : Optional.empty();
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    private static Map<String, PoolHealth> health(Optional<CheckersStatus> running) {
        Map<String, PoolHealth> health = new HashMap<>();
        for (CheckersStatus.Service service :
                running.map(CheckersStatus::services).orElse(List.of())) {
            Map<String, Boolean> alive = new HashMap<>();
            service.servers().stream()
                    .filter(server -> !server.sorry())
                    .forEach(server -> alive.put(server.name(), server.alive()));
            health.put(service.name(), new PoolHealth(alive, service.quorumUp(), service.sorryActive()));
        }
        return health;
    }
}
