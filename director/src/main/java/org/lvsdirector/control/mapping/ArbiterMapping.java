package org.lvsdirector.control.mapping;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.vrrp.settings.ArbiterSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** The arbiters that instances name; those that name the same hosts on the same interface share one. */
final class ArbiterMapping {
    private ArbiterMapping() {}

    static List<ArbiterSettings> of(List<VrrpInstanceConfig> instances) {
        Map<String, ArbiterSettings> byName = new LinkedHashMap<>();
        for (VrrpInstanceConfig instance : instances) {
            if (!instance.trust().arbiter().isEmpty()) {
                byName.merge(name(instance), arbiter(instance), ArbiterMapping::lessPatient);
            }
        }
        return List.copyOf(byName.values());
    }

    /** What the instance tracks for it. */
    static List<Tracked> tracked(VrrpInstanceConfig instance) {
        return instance.trust().arbiter().isEmpty()
                ? List.of()
                : List.of(new Tracked(TrackerKind.ARBITER, name(instance), 0, false));
    }

    /** Half of the time in which the master counts as gone: whoever is cut off knows it first. */
    private static ArbiterSettings arbiter(VrrpInstanceConfig instance) {
        long patience = instance.advertInterval()
                .multipliedBy(instance.election().downTimerAdverts())
                .dividedBy(2)
                .toNanos();
        return new ArbiterSettings(
                name(instance), instance.interfaceName(), instance.trust().arbiter(), patience);
    }

    private static ArbiterSettings lessPatient(ArbiterSettings one, ArbiterSettings other) {
        return one.patienceNanos() <= other.patienceNanos() ? one : other;
    }

    private static String name(VrrpInstanceConfig instance) {
        return instance.trust().arbiter().stream()
                        .map(InetAddress::getHostAddress)
                        .collect(Collectors.joining(", "))
                + " on " + instance.interfaceName();
    }
}
