package org.lvsdirector.reconcile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;

/** A table whose dumps skip a service and a real server, as the kernel's may while others change it. */
record SkippingIpvs(Ipvs ipvs, ServiceKey service, RealServerKey server) implements Ipvs {

    @Override
    public List<ServiceEntry> services() {
        return ipvs.services().stream()
                .filter(entry -> !entry.service().key().equals(service))
                .toList();
    }

    @Override
    public List<RealServerEntry> realServers(ServiceKey key) {
        return ipvs.realServers(key).stream()
                .filter(entry -> !entry.server().key().equals(server))
                .toList();
    }

    @Override
    public List<ChangeResult> apply(List<? extends IpvsChange> changes) {
        return ipvs.apply(changes);
    }

    @Override
    public Optional<ServiceEntry> service(ServiceKey key) {
        return ipvs.service(key);
    }

    @Override
    public void zero(@Nullable ServiceKey key) {
        ipvs.zero(key);
    }

    @Override
    public void flush() {
        ipvs.flush();
    }

    @Override
    public IpvsInfo info() {
        return ipvs.info();
    }

    @Override
    public IpvsTimeouts timeouts() {
        return ipvs.timeouts();
    }

    @Override
    public void setTimeouts(IpvsTimeouts timeouts) {
        ipvs.setTimeouts(timeouts);
    }

    @Override
    public List<SyncDaemon> daemons() {
        return ipvs.daemons();
    }

    @Override
    public void startDaemon(SyncDaemon daemon) {
        ipvs.startDaemon(daemon);
    }

    @Override
    public void stopDaemon(SyncDaemon.Role role, int syncId) {
        ipvs.stopDaemon(role, syncId);
    }

    @Override
    public void close() {
        ipvs.close();
    }
}
