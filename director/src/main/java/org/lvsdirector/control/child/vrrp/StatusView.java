package org.lvsdirector.control.child.vrrp;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.child.MonotonicTime;
import org.lvsdirector.control.status.VrrpStatus;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.machine.ReadingStatus;
import org.lvsdirector.vrrp.machine.ScriptOutcome;
import org.lvsdirector.vrrp.machine.ScriptStatus;
import org.lvsdirector.vrrp.runtime.DriverStatus;
import org.lvsdirector.vrrp.runtime.Lateness;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.TrackerKind;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** The driver's view in the words of {@code director status}, with what the kernel says of the addresses at this moment. */
final class StatusView {
    private static final double HALF = 0.5;
    private static final double ALL_BUT_ONE_IN_100 = 0.99;
    private static final double ALL_BUT_ONE_IN_1000 = 0.999;
    private static final int NANOS_PER_MICRO = 1000;

    private StatusView() {}

    static VrrpStatus of(DriverStatus status, RouterSettings settings) {
        List<VrrpStatus.Instance> instances = new ArrayList<>();
        for (InstanceStatus instance : status.router().instances()) {
            instances.add(instance(instance, configured(settings, instance.name())));
        }
        return new VrrpStatus(
                instances,
                status.router().groups().stream()
                        .map(group ->
                                new VrrpStatus.Group(group.name(), group.state().name(), group.members()))
                        .toList(),
                status.router().scripts().stream().map(StatusView::script).toList(),
                status.router().readings().stream().map(StatusView::reading).toList(),
                status.strays().tooShort() + status.strays().unknownVrid(),
                lateness(status.lateness()),
                status.failedActions());
    }

    private static VrrpStatus.Lateness lateness(Lateness lateness) {
        Map<Long, Long> histogram = new TreeMap<>();
        for (int bucket = 0; bucket < lateness.counts().size(); bucket++) {
            long count = lateness.counts().get(bucket);
            if (count > 0) {
                histogram.put(Lateness.bucketEndMicros(bucket), count);
            }
        }
        return new VrrpStatus.Lateness(
                lateness.total(),
                lateness.quantileMicros(HALF),
                lateness.quantileMicros(ALL_BUT_ONE_IN_100),
                lateness.quantileMicros(ALL_BUT_ONE_IN_1000),
                lateness.worstNanos() / NANOS_PER_MICRO,
                histogram);
    }

    private static @Nullable InstanceSettings configured(RouterSettings settings, String name) {
        return settings.instances().stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static VrrpStatus.Instance instance(InstanceStatus status, @Nullable InstanceSettings settings) {
        InetAddress master = status.master();
        InetAddress rival = status.rival();
        Map<String, Long> rejected = new TreeMap<>();
        status.counters().rejected().forEach((reason, count) -> rejected.put(reason.name(), count));
        return new VrrpStatus.Instance(
                status.name(),
                status.key().interfaceName(),
                status.key().vrid(),
                status.state().name(),
                MonotonicTime.toText(status.lastTransitionNanos()),
                status.effectivePriority(),
                status.basePriority(),
                master == null ? null : master.getHostAddress(),
                rival == null ? null : rival.getHostAddress(),
                status.faults(),
                settings == null ? List.of() : addresses(settings),
                status.counters().advertsSent(),
                status.counters().advertsReceived(),
                status.counters().lateAdverts(),
                rejected,
                TrustView.of(status, settings));
    }

    private static List<VrrpStatus.Address> addresses(InstanceSettings settings) {
        List<VrrpStatus.Address> addresses = new ArrayList<>();
        for (VirtualAddress address : settings.allAddresses()) {
            String where = address.interfaceOr(settings.interfaceName());
            String text = address.address().getHostAddress() + "/" + address.prefixLength();
            addresses.add(new VrrpStatus.Address(text, where, isPresent(address.address(), where)));
        }
        return addresses;
    }

    /** Asked of the kernel, not of the machine: what counts is whether clients find it there. */
    private static boolean isPresent(InetAddress address, String interfaceName) {
        try {
            NetworkInterface there = NetworkInterface.getByName(interfaceName);
            // An IPv6 address of an interface carries its scope and so is equal to none from a file.
            return there != null
                    && Collections.list(there.getInetAddresses()).stream()
                            .anyMatch(present -> Arrays.equals(present.getAddress(), address.getAddress()));
        } catch (SocketException unreadable) {
            return false;
        }
    }

    private static VrrpStatus.Reading reading(ReadingStatus status) {
        String value = status.kind() == TrackerKind.FILE
                ? Integer.toString(status.value())
                : status.value() == 0 ? "DOWN" : "UP";
        return new VrrpStatus.Reading(status.kind().name().toLowerCase(Locale.ROOT), status.name(), value);
    }

    private static VrrpStatus.Script script(ScriptStatus status) {
        ScriptOutcome outcome = status.lastOutcome();
        return new VrrpStatus.Script(
                status.name(), status.standing().name(), outcome == null ? null : describe(outcome), status.running());
    }

    private static String describe(ScriptOutcome outcome) {
        return switch (outcome.kind()) {
            case EXITED -> "exited with status " + outcome.status();
            case SIGNALLED -> "killed by signal " + outcome.status();
            case TIMED_OUT -> "timed out";
            case NOT_STARTED -> "could not be started";
        };
    }
}
