package org.lvsdirector.vrrp.testing;

import java.util.List;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.Tracked;

/** Settings that differ from others in one thing. */
public final class Variants {
    private Variants() {}

    /** The same instance, not accepting traffic to its addresses. */
    public static InstanceSettings notAccepting(InstanceSettings plain) {
        return varied(plain, plain.tracked(), false, plain.host());
    }

    /** The same instance, changing more on its host than addresses. */
    public static InstanceSettings onHost(InstanceSettings plain, HostSettings host) {
        return varied(plain, plain.tracked(), plain.accept(), host);
    }

    /** The same instance, heeding these trackers alone. */
    public static InstanceSettings tracking(InstanceSettings plain, Tracked... tracked) {
        return varied(plain, List.of(tracked), plain.accept(), plain.host());
    }

    private static InstanceSettings varied(
            InstanceSettings plain, List<Tracked> tracked, boolean accept, HostSettings host) {
        return new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                plain.excludedAddresses(),
                plain.garp(),
                tracked,
                plain.trackPrimary(),
                accept,
                plain.skipAddressCheck(),
                host);
    }
}
