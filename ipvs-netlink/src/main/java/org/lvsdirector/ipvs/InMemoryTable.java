package org.lvsdirector.ipvs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;

/**
 * The table of {@link InMemoryIpvs}, with the kernel's rules: every change answers the error number that the kernel gives, if it
 * refuses it. The rules are those of {@code net/netfilter/ipvs/ip_vs_ctl.c}.
 */
public final class InMemoryTable implements IpvsChange.Visitor<Optional<Errno>> {
    static final IpvsInfo INFO = new IpvsInfo(1, 2, 1, 4096);

    private final Map<ServiceKey, Service> services = new LinkedHashMap<>();
    private final Map<SyncDaemon.Role, SyncDaemon> daemons = new EnumMap<>(SyncDaemon.Role.class);
    private final Set<String> missingInterfaces = new HashSet<>();
    private IpvsTimeouts timeouts = new IpvsTimeouts(900, 120, 300);

    private static final class Service {
        private VirtualService definition;
        private TrafficStats stats = TrafficStats.ZERO;
        private final Map<RealServerKey, RealServerEntry> servers = new LinkedHashMap<>();

        Service(VirtualService definition) {
            this.definition = definition;
        }

        ServiceEntry entry() {
            return new ServiceEntry(definition, stats);
        }
    }

    InMemoryTable() {}

    /** Sets what a service has counted. */
    public synchronized void count(ServiceKey key, TrafficStats stats) {
        require(key).stats = stats;
    }

    /** Sets what a real server has counted, and its connections. */
    public synchronized void count(ServiceKey key, RealServerEntry entry) {
        if (require(key).servers.replace(entry.server().key(), entry) == null) {
            throw new IllegalArgumentException(
                    "no real server " + entry.server().key() + " in " + key);
        }
    }

    /** From now on there is no interface of this name for a sync daemon; every other name has one. */
    public synchronized void removeInterface(String name) {
        missingInterfaces.add(name);
    }

    private Service require(ServiceKey key) {
        Service service = services.get(key);
        if (service == null) {
            throw new IllegalArgumentException("no service " + key);
        }
        return service;
    }

    @Override
    public Optional<Errno> addService(VirtualService definition) {
        if (services.containsKey(definition.key())) {
            return Optional.of(Errno.EEXIST);
        }
        Optional<Errno> bad = KernelRules.check(definition);
        if (bad.isEmpty()) {
            services.put(definition.key(), new Service(definition));
        }
        return bad;
    }

    @Override
    public Optional<Errno> updateService(VirtualService definition) {
        Service service = services.get(definition.key());
        if (service == null) {
            return Optional.of(Errno.ESRCH);
        }
        Optional<Errno> bad = KernelRules.check(definition);
        if (bad.isEmpty()) {
            service.definition = definition;
        }
        return bad;
    }

    @Override
    public Optional<Errno> removeService(ServiceKey key) {
        return services.remove(key) == null ? Optional.of(Errno.ESRCH) : Optional.empty();
    }

    @Override
    public Optional<Errno> addServer(ServiceKey key, RealServer server) {
        Service service = services.get(key);
        if (service == null) {
            return Optional.of(Errno.ESRCH);
        }
        Optional<Errno> bad = KernelRules.check(key, server, !daemons.isEmpty());
        if (bad.isPresent()) {
            return bad;
        }
        if (service.servers.containsKey(server.key())) {
            return Optional.of(Errno.EEXIST);
        }
        if (!KernelRules.isUnicast(server.key().address())) {
            return Optional.of(Errno.EINVAL);
        }
        service.servers.put(server.key(), new RealServerEntry(server, 0, 0, 0, TrafficStats.ZERO));
        return Optional.empty();
    }

    @Override
    public Optional<Errno> updateServer(ServiceKey key, RealServer server) {
        Service service = services.get(key);
        if (service == null) {
            return Optional.of(Errno.ESRCH);
        }
        Optional<Errno> bad = KernelRules.check(key, server, !daemons.isEmpty());
        if (bad.isPresent()) {
            return bad;
        }
        RealServerEntry old = service.servers.get(server.key());
        if (old == null) {
            return Optional.of(Errno.ENOENT);
        }
        service.servers.replace(
                server.key(),
                new RealServerEntry(
                        server,
                        old.activeConnections(),
                        old.inactiveConnections(),
                        old.persistentConnections(),
                        old.stats()));
        return Optional.empty();
    }

    @Override
    public Optional<Errno> removeServer(ServiceKey key, RealServerKey server) {
        Service service = services.get(key);
        if (service == null) {
            return Optional.of(Errno.ESRCH);
        }
        return service.servers.remove(server) == null ? Optional.of(Errno.ENOENT) : Optional.empty();
    }

    List<ServiceEntry> services() {
        return services.values().stream().map(Service::entry).toList();
    }

    Optional<ServiceEntry> service(ServiceKey key) {
        return Optional.ofNullable(services.get(key)).map(Service::entry);
    }

    /** The newest first, as the kernel keeps them. */
    List<RealServerEntry> realServers(ServiceKey key) {
        Service service = services.get(key);
        if (service == null) {
            return List.of();
        }
        List<RealServerEntry> entries = new ArrayList<>(service.servers.values());
        Collections.reverse(entries);
        return entries;
    }

    Optional<Errno> zero(@Nullable ServiceKey key) {
        if (key != null && !services.containsKey(key)) {
            return Optional.of(Errno.ESRCH);
        }
        services.forEach((each, service) -> {
            if (key == null || each.equals(key)) {
                service.stats = TrafficStats.ZERO;
                service.servers.replaceAll((serverKey, entry) -> new RealServerEntry(
                        entry.server(),
                        entry.activeConnections(),
                        entry.inactiveConnections(),
                        entry.persistentConnections(),
                        TrafficStats.ZERO));
            }
        });
        return Optional.empty();
    }

    void flush() {
        services.clear();
    }

    IpvsTimeouts timeouts() {
        return timeouts;
    }

    void setTimeouts(IpvsTimeouts wanted) {
        timeouts = new IpvsTimeouts(
                wanted.tcp() == 0 ? timeouts.tcp() : wanted.tcp(),
                wanted.tcpFin() == 0 ? timeouts.tcpFin() : wanted.tcpFin(),
                wanted.udp() == 0 ? timeouts.udp() : wanted.udp());
    }

    List<SyncDaemon> daemons() {
        return List.copyOf(daemons.values());
    }

    Optional<Errno> startDaemon(SyncDaemon daemon) {
        boolean mixed = services.entrySet().stream().anyMatch(service -> service.getValue().servers.keySet().stream()
                .anyMatch(server -> server.family() != service.getKey().family()));
        if (mixed) {
            return Optional.of(Errno.EINVAL); // its messages have room for one family
        }
        if (daemons.containsKey(daemon.role())) {
            return Optional.of(Errno.EEXIST);
        }
        if (missingInterfaces.contains(daemon.interfaceName())) {
            return Optional.of(Errno.ENODEV);
        }
        if (!KernelRules.isGroup(daemon.group())) {
            return Optional.of(Errno.EINVAL);
        }
        daemons.put(daemon.role(), KernelRules.withDefaults(daemon));
        return Optional.empty();
    }

    Optional<Errno> stopDaemon(SyncDaemon.Role role) {
        return daemons.remove(role) == null ? Optional.of(Errno.ESRCH) : Optional.empty();
    }
}
