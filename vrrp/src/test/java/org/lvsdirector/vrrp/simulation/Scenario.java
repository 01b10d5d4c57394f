package org.lvsdirector.vrrp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * What a seed stands for: how many hosts, and what their operator wants. All hosts want the same virtual routers, each with its own
 * priority.
 *
 * @param preempts whether all hosts preempt without delay, so that the winner is known
 */
record Scenario(List<RouterSettings> hosts, boolean grouped, boolean preempts, long intervalNanos) {
    static final List<String> INTERFACES = List.of("eth0", "eth1");
    private static final List<InitialState> STATES = List.of(InitialState.values());
    private static final long SECOND = 1_000_000_000L;

    static Scenario of(Random random) {
        boolean grouped = random.nextInt(3) == 0;
        boolean preempts = random.nextInt(3) > 0;
        boolean v3 = random.nextInt(3) == 0;
        long interval = v3 ? 100_000_000L * (1 + random.nextInt(10)) : SECOND * (1 + random.nextInt(2));
        int count = 2 + random.nextInt(4);
        List<RouterSettings> hosts = new ArrayList<>();
        for (int host = 0; host < count; host++) {
            hosts.add(host(random, grouped, preempts, v3, interval, host));
        }
        return new Scenario(hosts, grouped, preempts, interval);
    }

    private static RouterSettings host(
            Random random, boolean grouped, boolean preempts, boolean v3, long interval, int host) {
        // One owner at most; equal priorities now and then.
        int priority = host == 0 && random.nextInt(4) == 0 ? 255 : 50 * (1 + random.nextInt(4)) + random.nextInt(2);
        ElectionSettings election = election(random, preempts, priority);
        boolean tracks = !grouped && random.nextBoolean();
        List<InstanceSettings> instances = new ArrayList<>();
        for (int i = 0; i < (grouped ? INTERFACES.size() : 1); i++) {
            instances.add(new InstanceSettings(
                    "VI_" + i,
                    INTERFACES.get(i),
                    advertisement(v3, 51 + i, interval),
                    election,
                    List.of(VirtualAddress.of(Addresses.of(10, i, 0, 200))),
                    List.of(VirtualAddress.of(Addresses.of(10, i, 0, 201))),
                    GarpSchedule.DEFAULT,
                    tracks ? List.of(Tracked.script("chk", random.nextInt(3) == 0 ? 0 : -20)) : List.of(),
                    true,
                    random.nextBoolean(),
                    random.nextBoolean()));
        }
        List<SyncGroupSettings> groups = grouped ? List.of(SyncGroupSettings.of("VG", "VI_0", "VI_1")) : List.of();
        List<ScriptSettings> scripts =
                List.of(new ScriptSettings("chk", SECOND, 1 + random.nextInt(2), 1 + random.nextInt(2), false));
        boolean restores = random.nextBoolean();
        return new RouterSettings(instances, groups, scripts, 0, 0).withOptions(new RouterOptions(0, 0, restores));
    }

    private static ElectionSettings election(Random random, boolean preempts, int priority) {
        InitialState state = STATES.get(random.nextInt(STATES.size()));
        ElectionSettings plain =
                new ElectionSettings(state, priority, true, 0, 3, random.nextBoolean(), random.nextBoolean());
        if (preempts) {
            return plain;
        }
        return random.nextBoolean() ? plain.withoutPreemption() : plain.withPreemptDelay(random.nextInt(4) * SECOND);
    }

    private static AdvertisementSettings advertisement(boolean v3, int vrid, long interval) {
        return new AdvertisementSettings(
                v3 ? VrrpVersion.V3 : VrrpVersion.V2,
                vrid,
                interval,
                null,
                false,
                Delivery.multicast(Family.IPV4),
                v3 ? Authentication.NONE : Authentication.pass("secret"));
    }
}
