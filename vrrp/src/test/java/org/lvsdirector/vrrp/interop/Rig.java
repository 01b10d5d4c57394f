package org.lvsdirector.vrrp.interop;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** What the tests of this room have in common: one virtual router with one address. */
final class Rig {
    static final String VIP = "192.168.1.100";
    static final int VRID = 51;
    static final long SECOND_NANOS = 1_000_000_000L;

    /** More than a master-down interval and all that a loaded machine adds. */
    static final Duration SOON = Duration.ofSeconds(60);

    private Rig() {}

    static InstanceSettings instance(int priority) {
        return instance(ElectionSettings.of(InitialState.BACKUP, priority), Authentication.NONE);
    }

    static InstanceSettings instance(ElectionSettings election, Authentication authentication) {
        return InstanceSettings.of(
                "VI_1",
                "eth0",
                AdvertisementSettings.v2(VRID, SECOND_NANOS, authentication),
                election,
                List.of(VirtualAddress.of(ip(VIP))));
    }

    static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
