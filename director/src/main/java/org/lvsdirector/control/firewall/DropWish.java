package org.lvsdirector.control.firewall;

import java.util.List;
import org.lvsdirector.vrrp.settings.Unaccepted;

/**
 * What the vrrp process wants of a firewall.
 *
 * @param addresses whose traffic is dropped
 * @param quietInterfaces that must not tell of their groups by themselves
 */
public record DropWish(List<Unaccepted> addresses, List<String> quietInterfaces) {
    /** To be left alone. */
    public static final DropWish NOTHING = new DropWish(List.of(), List.of());

    public DropWish {
        addresses = List.copyOf(addresses);
        quietInterfaces = List.copyOf(quietInterfaces);
    }
}
