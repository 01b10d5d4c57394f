package org.lvsdirector.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;

/**
 * The interface that an instance makes for itself: {@code use_vmac} or {@code use_ipvlan}.
 *
 * @param name null: the usual one, which depends on the other instances
 * @param hardwareAddress of a macvlan; null: the RFCs', by virtual router id and family
 * @param address of an ipvlan, to advertise from; null: none, or what the kernel gives it
 * @param prefixLength of {@code address}
 * @param speaksOnBase adverts use the interface underneath all the same
 */
public record OwnInterfaceConfig(
        Kind kind,
        @Nullable String name,
        @Nullable String hardwareAddress,
        @Nullable InetAddress address,
        int prefixLength,
        boolean speaksOnBase) {}
