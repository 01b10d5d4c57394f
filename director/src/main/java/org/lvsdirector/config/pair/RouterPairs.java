package org.lvsdirector.config.pair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.HmacConfig;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.ipvs.AddressFamily;

/** The virtual routers of a pair. Names may differ; what is on the wire may not, and the priorities must. */
final class RouterPairs {
    private final Differences differences;

    RouterPairs(Differences differences) {
        this.differences = differences;
    }

    /** What two machines know the same virtual router by. */
    private record RouterKey(AddressFamily family, int virtualRouterId) {
        static RouterKey of(VrrpInstanceConfig instance) {
            return new RouterKey(instance.family(), instance.virtualRouterId());
        }
    }

    void compare(List<VrrpInstanceConfig> first, List<VrrpInstanceConfig> second) {
        Map<RouterKey, VrrpInstanceConfig> firsts = new HashMap<>();
        first.forEach(instance -> firsts.putIfAbsent(RouterKey.of(instance), instance));
        Set<VrrpInstanceConfig> paired = new HashSet<>();
        for (VrrpInstanceConfig instance : second) {
            VrrpInstanceConfig partner = firsts.get(RouterKey.of(instance));
            if (partner == null) {
                alone(instance, first);
            } else {
                paired.add(partner);
                compare(partner, instance);
            }
        }
        first.stream()
                .filter(instance -> !paired.contains(instance))
                .filter(instance ->
                        second.stream().noneMatch(other -> other.name().equals(instance.name())))
                .forEach(instance -> differences.missing(
                        instance.place(),
                        "virtual router " + instance.virtualRouterId() + " ('" + instance.name() + "')",
                        "nobody takes over its addresses"));
    }

    private void alone(VrrpInstanceConfig instance, List<VrrpInstanceConfig> first) {
        first.stream()
                .filter(other -> other.name().equals(instance.name()))
                .findFirst()
                .ifPresentOrElse(
                        other -> differences.value(
                                instance.place(),
                                other.place(),
                                "the virtual_router_id of '" + instance.name() + "'",
                                instance.virtualRouterId(),
                                other.virtualRouterId(),
                                "give both the same, or both will be master"),
                        () -> differences.add(
                                instance.place(),
                                "the other file has no virtual router " + instance.virtualRouterId() + " ('"
                                        + instance.name() + "')",
                                "nobody takes over its addresses"));
    }

    private void compare(VrrpInstanceConfig first, VrrpInstanceConfig second) {
        String name = "'" + second.name() + "'";
        wire(first, second, name);
        if (first.priority() == second.priority()) {
            differences.add(
                    second.place(),
                    name + " has priority " + second.priority() + " as at " + first.place()
                            + ": the higher interface address decides",
                    "give the one that is to be master the higher priority");
        }
        if (first.state() == StartState.MASTER && second.state() == StartState.MASTER) {
            differences.add(
                    second.place(),
                    name + " begins as MASTER, as at " + first.place(),
                    "write state BACKUP in the one of lower priority");
        }
        differences.members(
                second.place(),
                first.place(),
                "addresses of " + name,
                addresses(second),
                addresses(first),
                "a take-over must bring all of them");
    }

    /** What makes a receiver drop the other's advertisements. */
    private void wire(VrrpInstanceConfig first, VrrpInstanceConfig second, String name) {
        String advice = "give both the same: each drops what the other advertises, and both will be master";
        differences.value(
                second.place(), first.place(), "the version of " + name, second.version(), first.version(), advice);
        differences.value(
                second.place(),
                first.place(),
                "advert_int of " + name,
                seconds(second),
                seconds(first),
                second.version() == 2 ? advice : "the backup follows the master, but give both the same");
        differences.value(
                second.place(),
                first.place(),
                "the multicast group of " + name,
                second.delivery().group().getHostAddress(),
                first.delivery().group().getHostAddress(),
                advice);
        differences.value(
                second.place(), first.place(), "the way of adverts of " + name, way(second), way(first), advice);
        if (!Objects.equals(first.authentication(), second.authentication())
                || !keys(first).equals(keys(second))) {
            differences.add(
                    second.place(), "the authentication of " + name + " is another than at " + first.place(), advice);
        }
    }

    private static Map<Integer, String> keys(VrrpInstanceConfig instance) {
        HmacConfig hmac = instance.trust().hmac();
        return hmac == null ? Map.of() : hmac.keys();
    }

    private static String way(VrrpInstanceConfig instance) {
        return instance.delivery().unicast() == null ? "multicast" : "unicast";
    }

    private static String seconds(VrrpInstanceConfig instance) {
        return instance.advertInterval().toMillis() / 1000.0 + " s";
    }

    private static List<String> addresses(VrrpInstanceConfig instance) {
        return instance.addresses().stream()
                .map(AddressConfig::address)
                .map(address -> Objects.requireNonNull(address.getHostAddress()))
                .toList();
    }
}
