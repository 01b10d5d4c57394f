package org.lvsdirector.vrrp.testing;

import org.lvsdirector.vrrp.settings.InstanceSettings;

/** Settings that differ from others in one thing. */
public final class Variants {
    private Variants() {}

    /** The same instance, not accepting traffic to its addresses. */
    public static InstanceSettings notAccepting(InstanceSettings plain) {
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
                false,
                plain.skipAddressCheck());
    }
}
