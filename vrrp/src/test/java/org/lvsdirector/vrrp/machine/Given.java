package org.lvsdirector.vrrp.machine;

import java.util.List;
import java.util.stream.Stream;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** An instance to be: one second between advertisements, address 10.0.0.100 on eth0, unless said otherwise. */
record Given(
        String name,
        String interfaceName,
        AdvertisementSettings advertisement,
        ElectionSettings election,
        List<VirtualAddress> addresses,
        List<VirtualAddress> excluded,
        GarpSchedule garp,
        List<Tracked> tracked,
        boolean trackPrimary,
        boolean accept,
        boolean skipAddressCheck) {

    static final long SECOND = 1_000_000_000L;
    /** No announcements but those when mastery begins, so that they do not clutter a test. */
    static final GarpSchedule ONCE = new GarpSchedule(1, 0, 0, 1, 0, 0);

    static Given instance(String name, int vrid, int priority) {
        return new Given(
                name,
                "eth0",
                AdvertisementSettings.v2(vrid, SECOND, Authentication.NONE),
                ElectionSettings.of(InitialState.BACKUP, priority),
                addresses("10.0.0." + (vrid + 49)),
                List.of(),
                ONCE,
                List.of(),
                true,
                true,
                false);
    }

    /** Named VI_1, virtual router 51, so its address is 10.0.0.100. */
    static Given priority(int priority) {
        return instance("VI_1", 51, priority);
    }

    static List<VirtualAddress> addresses(String... texts) {
        return Stream.of(texts)
                .map(text -> VirtualAddress.of(Bench.address(text)))
                .toList();
    }

    Given on(String interfaceName) {
        return with(interfaceName, advertisement, election, addresses, excluded, garp, tracked);
    }

    Given every(double seconds) {
        AdvertisementSettings a = advertisement;
        return advertising(new AdvertisementSettings(
                a.version(),
                a.vrid(),
                (long) (seconds * SECOND),
                a.source(),
                a.trackSource(),
                a.delivery(),
                a.authentication()));
    }

    Given version3() {
        AdvertisementSettings a = advertisement;
        return advertising(new AdvertisementSettings(
                VrrpVersion.V3,
                a.vrid(),
                a.intervalNanos(),
                a.source(),
                a.trackSource(),
                a.delivery(),
                a.authentication()));
    }

    Given advertising(AdvertisementSettings next) {
        return with(interfaceName, next, election, addresses, excluded, garp, tracked);
    }

    Given electing(ElectionSettings next) {
        return with(interfaceName, advertisement, next, addresses, excluded, garp, tracked);
    }

    Given configuredMaster() {
        return electing(ElectionSettings.of(InitialState.MASTER, election.basePriority()));
    }

    Given holding(String... texts) {
        return with(interfaceName, advertisement, election, addresses(texts), excluded, garp, tracked);
    }

    Given alsoHolding(String... texts) {
        return with(interfaceName, advertisement, election, addresses, addresses(texts), garp, tracked);
    }

    Given alsoHolding(VirtualAddress address) {
        return with(interfaceName, advertisement, election, addresses, List.of(address), garp, tracked);
    }

    Given announcing(GarpSchedule next) {
        return with(interfaceName, advertisement, election, addresses, excluded, next, tracked);
    }

    Given tracking(Tracked... next) {
        return with(interfaceName, advertisement, election, addresses, excluded, garp, List.of(next));
    }

    Given flags(boolean track, boolean accepts, boolean skip) {
        return new Given(
                name, interfaceName, advertisement, election, addresses, excluded, garp, tracked, track, accepts, skip);
    }

    private Given with(
            String on,
            AdvertisementSettings advertise,
            ElectionSettings elect,
            List<VirtualAddress> hold,
            List<VirtualAddress> also,
            GarpSchedule announce,
            List<Tracked> track) {
        return new Given(
                name, on, advertise, elect, hold, also, announce, track, trackPrimary, accept, skipAddressCheck);
    }

    InstanceSettings settings() {
        return new InstanceSettings(
                name,
                interfaceName,
                advertisement,
                election,
                addresses,
                excluded,
                garp,
                tracked,
                trackPrimary,
                accept,
                skipAddressCheck);
    }
}
