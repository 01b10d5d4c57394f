package org.lvsdirector.plan;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;

/**
 * Firewall marks that stand for one real server each, so that a probe reaches it as a client's packet would. A real server keeps its mark
 * where others come and go, as far as the range has room: its place in the range follows from its address.
 */
public final class ProbeMarks {
    private final Map<Target, Long> marks = new LinkedHashMap<>();

    /**
     * A real server that is to be reached.
     *
     * @param family that of the service's address, which with tunnels need not be the real server's
     */
    public record Target(InetAddress address, ForwardingMethod method, Tunnel tunnel, AddressFamily family) {}

    private ProbeMarks() {}

    /**
     * Gives each of these a mark.
     *
     * @param first of the range, which must have room for all
     */
    public static ProbeMarks of(Collection<Target> targets, long first, long last) {
        ProbeMarks made = new ProbeMarks();
        long size = last - first + 1;
        Set<Long> taken = new HashSet<>();
        Set<Target> sorted = new TreeSet<>(Comparator.comparing(Target::toString));
        sorted.addAll(targets);
        if (sorted.size() > size) {
            throw new IllegalArgumentException(sorted.size() + " real servers do not fit into " + size + " marks");
        }
        for (Target target : sorted) {
            long place = Integer.toUnsignedLong(target.toString().hashCode()) % size;
            while (!taken.add(place)) {
                place = (place + 1) % size;
            }
            made.marks.put(target, first + place);
        }
        return made;
    }

    /** The mark of a real server. */
    public long of(Target target) {
        Long mark = marks.get(target);
        if (mark == null) {
            throw new IllegalArgumentException("no mark for " + target);
        }
        return mark;
    }

    /** The services that make the kernel heed the marks. */
    public List<ServiceDefinition> services() {
        return marks.entrySet().stream()
                .map(entry -> service(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ServiceDefinition service(Target target, long mark) {
        ServiceKey key = new ServiceKey.ByFwmark(mark, target.family());
        String name = IpAddresses.format(target.address());
        RealServerDefinition server =
                new RealServerDefinition(name, target.address(), 0, target.method(), 1, 0, 0, target.tunnel(), false);
        return new ServiceDefinition(
                Names.of(key), List.of(key), "rr", Set.of(), null, List.of(server), null, 1, 0, false);
    }
}
