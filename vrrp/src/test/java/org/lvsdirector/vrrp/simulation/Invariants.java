package org.lvsdirector.vrrp.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.machine.InstanceStatus;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** What must be true at every moment, and what must be true once all is quiet. */
final class Invariants {
    private final List<Host> hosts;
    private final Map<Integer, List<VrrpState>> last = new HashMap<>();
    private long transitions;

    Invariants(List<Host> hosts) {
        this.hosts = hosts;
    }

    /** A process that runs holds its addresses while it is MASTER and only then; members of a group are MASTER together. */
    void alwaysHold() {
        for (Host host : hosts) {
            if (!host.takeActed()) {
                continue;
            }
            List<InstanceStatus> status = host.status();
            for (InstanceStatus each : status) {
                addressesFollowMastery(host, each);
            }
            if (!host.settings().syncGroups().isEmpty() && !status.isEmpty()) {
                require(status.get(0).state() == status.get(1).state(), host, "group is split: " + status);
            }
            countTransitions(host, status);
        }
    }

    private void countTransitions(Host host, List<InstanceStatus> status) {
        List<VrrpState> states = new ArrayList<>();
        status.forEach(each -> states.add(each.state()));
        if (!states.equals(last.put(host.number(), states))) {
            transitions++;
        }
    }

    long transitions() {
        return transitions;
    }

    private static void addressesFollowMastery(Host host, InstanceStatus instance) {
        boolean master = instance.state() == VrrpState.MASTER;
        host.settings().instances().stream()
                .filter(each -> each.key().equals(instance.key()))
                .flatMap(each -> each.allAddresses().stream())
                .map(VirtualAddress::address)
                .forEach(address -> require(
                        host.holds(address) == master,
                        host,
                        instance.name() + " is " + instance.state() + " and " + address + " is "
                                + (master ? "missing" : "there")));
    }

    /** One MASTER on each island that has a fit host: the best one if all preempt. */
    void settled(Lan lan, boolean preempts) {
        for (Host host : hosts) {
            List<Host> island = hosts.stream()
                    .filter(each -> each.fit() && lan.connected(each, host))
                    .toList();
            if (!island.isEmpty()) {
                oneMaster(island, preempts);
            }
        }
    }

    private static void oneMaster(List<Host> island, boolean preempts) {
        List<Host> masters =
                island.stream().filter(each -> state(each) == VrrpState.MASTER).toList();
        boolean servable = island.stream().anyMatch(each -> state(each) != VrrpState.FAULT);
        require(
                masters.size() == (servable ? 1 : 0),
                island.get(0),
                "masters " + numbers(masters) + " of " + describe(island));
        if (preempts && servable) {
            Host best = island.get(0);
            for (Host each : island) {
                if (state(each) != VrrpState.FAULT
                        && (state(best) == VrrpState.FAULT || priority(each) >= priority(best))) {
                    best = each; // hosts are in order of their addresses
                }
            }
            boolean asGood = priority(best) == priority(masters.get(0));
            require(asGood, best, "is best of " + describe(island) + ", but master is " + numbers(masters));
        }
    }

    private static VrrpState state(Host host) {
        return host.status().get(0).state();
    }

    private static int priority(Host host) {
        return host.status().get(0).effectivePriority();
    }

    private static List<Integer> numbers(List<Host> hosts) {
        return hosts.stream().map(Host::number).toList();
    }

    private static List<String> describe(List<Host> hosts) {
        return hosts.stream()
                .map(each -> each.number() + ":" + state(each) + ":" + priority(each))
                .toList();
    }

    private static void require(boolean truth, Host host, String otherwise) {
        if (!truth) {
            throw new AssertionError("host " + host.number() + " " + otherwise);
        }
    }
}
