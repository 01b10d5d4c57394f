package org.lvsdirector.vrrp.testing;

import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** Settings that differ from others in one thing. */
public final class Variants {
    private Variants() {}

    /** The same instance, not accepting traffic to its addresses. */
    public static InstanceSettings notAccepting(InstanceSettings plain) {
        return varied(plain, false, plain.host());
    }

    /** The same instance, changing more on its host than addresses. */
    public static InstanceSettings onHost(InstanceSettings plain, HostSettings host) {
        return varied(plain, plain.accept(), host);
    }

    private static InstanceSettings varied(InstanceSettings plain, boolean accept, HostSettings host) {
        return new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                plain.excludedAddresses(),
                plain.garp(),
                plain.tracked(),
                plain.trackPrimary(),
                accept,
                plain.skipAddressCheck(),
                host);
    }
}
