package org.lvsdirector.vrrp.linux;

import java.util.Collection;
import java.util.List;
import org.lvsdirector.vrrp.runtime.EventSink;
import org.lvsdirector.vrrp.runtime.Firewall;
import org.lvsdirector.vrrp.settings.Unaccepted;

/**
 * Has somebody else drop the traffic: iptables is changed by programs, and the driver waits for none. So the rules come a moment later than
 * the address; who tells of a failure is who runs the programs.
 */
final class ToldFirewall implements Firewall {
    private final EventSink sink;
    private List<Unaccepted> dropped = List.of();
    private List<String> silent = List.of();

    ToldFirewall(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void dropOnly(Collection<Unaccepted> addresses) {
        dropped = List.copyOf(addresses);
        sink.trafficToDrop(dropped, silent);
    }

    @Override
    public void silenceOnly(Collection<String> interfaces) {
        List<String> before = silent;
        silent = List.copyOf(interfaces);
        if (!silent.equals(before)) {
            sink.trafficToDrop(dropped, silent);
        }
    }

    @Override
    public void close() {}
}
