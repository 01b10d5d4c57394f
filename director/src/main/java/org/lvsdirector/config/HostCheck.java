package org.lvsdirector.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * What a configuration needs and a host lacks. All of it is warnings: an interface may come later, and the file may be meant for another
 * machine.
 */
public final class HostCheck {
    private final HostFacts host;

    /** A check against one host. */
    public HostCheck(HostFacts host) {
        this.host = host;
    }

    /** One warning for each thing that is lacking, at the first place that needs it. */
    public List<Problem> problems(Configuration configuration) {
        List<Problem> problems = new ArrayList<>();
        interfaces(configuration).forEach((name, place) -> {
            if (!host.hasInterface(name)) {
                problems.add(Problem.warning(
                        place,
                        "this host has no interface '" + name + "'",
                        "the instance will wait in FAULT until it appears"));
            }
        });
        for (ScriptCommand command : Scripts.of(configuration)) {
            problems.addAll(script(command));
        }
        users(configuration).forEach((user, place) -> {
            if (!host.hasUser(user)) {
                problems.add(Problem.warning(
                        place, "this host has no user '" + user + "'", "scripts of that user will not run"));
            }
        });
        if (configuration.needsCheckers() && !host.hasIpvs()) {
            SourcePlace place = configuration.virtualServers().get(0).place();
            problems.add(Problem.warning(
                    place,
                    "this host's kernel has no IPVS",
                    "director run would stop with exit code 3: modprobe ip_vs"));
        }
        if (!host.hasNftables()) {
            configuration.virtualServers().stream()
                    .filter(server -> !server.marked().isEmpty())
                    .limit(1)
                    .forEach(server -> problems.add(Problem.warning(
                            server.place(),
                            "this host has no nftables, which nftables_ipvs needs",
                            "install nftables, or remove nftables_ipvs")));
        }
        problems.addAll(new HostServices(host).problems(configuration));
        configuration.instances().stream()
                .filter(instance -> !instance.accept())
                .limit(
                        host.hasNftables()
                                        || configuration
                                                        .globals()
                                                        .vrrp()
                                                        .firewall()
                                                        .iptables()
                                                != null
                                ? 0
                                : 1)
                .forEach(instance -> problems.add(Problem.warning(
                        instance.place(),
                        "this host has no nftables, which accept off needs",
                        "install nftables, or set accept")));
        return problems;
    }

    private static Map<String, SourcePlace> interfaces(Configuration configuration) {
        Map<String, SourcePlace> interfaces = new LinkedHashMap<>();
        for (VrrpInstanceConfig instance : configuration.instances()) {
            interfaces.putIfAbsent(instance.interfaceName(), instance.place());
            instance.interfaces().forEach(tracked -> interfaces.putIfAbsent(tracked.interfaceName(), tracked.place()));
            instance.addresses().forEach(address -> device(interfaces, address));
            instance.excludedAddresses().forEach(address -> device(interfaces, address));
        }
        for (SyncGroupConfig group : configuration.syncGroups()) {
            group.interfaces().forEach(tracked -> interfaces.putIfAbsent(tracked.interfaceName(), tracked.place()));
        }
        return interfaces;
    }

    private static void device(Map<String, SourcePlace> interfaces, AddressConfig address) {
        String device = address.device();
        if (device != null) {
            interfaces.putIfAbsent(device, address.place());
        }
    }

    private List<Problem> script(ScriptCommand command) {
        String program = command.program();
        return switch (host.script(program)) {
            case EXECUTABLE -> List.of();
            case NOT_EXECUTABLE ->
                List.of(Problem.warning(
                        command.place(), "the script " + program + " is not executable", "chmod a+x " + program));
            case MISSING ->
                List.of(Problem.warning(
                        command.place(),
                        "the script " + program + " does not exist on this host",
                        "it will count as failed until it does"));
        };
    }

    private static Map<String, SourcePlace> users(Configuration configuration) {
        Map<String, SourcePlace> users = new LinkedHashMap<>();
        List<ScriptCommand> commands = Scripts.of(configuration);
        for (ScriptCommand command : commands) {
            @Nullable
            ScriptUser user = command.user() == null ? configuration.globals().scriptUser() : command.user();
            if (user != null) {
                users.putIfAbsent(user.user(), command.place());
            }
        }
        return users;
    }
}
