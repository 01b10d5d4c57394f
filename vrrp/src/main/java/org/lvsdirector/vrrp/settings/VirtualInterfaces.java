package org.lvsdirector.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces that an instance has made for itself.
 *
 * @param own where addresses go that name no interface; null: to the instance's interface
 * @param speaksOnBase whether advertisements use the interface underneath all the same
 * @param others for addresses on other interfaces
 */
public record VirtualInterfaces(@Nullable VirtualInterface own, boolean speaksOnBase, List<VirtualInterface> others) {
    /** None at all. */
    public static final VirtualInterfaces NONE = new VirtualInterfaces(null, false, List.of());

    public VirtualInterfaces {
        others = List.copyOf(others);
    }

    /** All of them, the own one first. */
    public List<VirtualInterface> all() {
        List<VirtualInterface> all = new ArrayList<>();
        if (own != null) {
            all.add(own);
        }
        all.addAll(others);
        return all;
    }

    /** The one that advertisements use; null where they use the instance's interface. */
    public @Nullable VirtualInterface speaking() {
        return speaksOnBase ? null : own;
    }
}
