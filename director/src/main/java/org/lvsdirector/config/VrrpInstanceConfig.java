package org.lvsdirector.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.AddressFamily;

/**
 * A {@code vrrp_instance} with the global defaults filled in.
 *
 * @param interfaceName name as the kernel shows it; it need not exist yet
 * @param family of the adverts: the family of the first virtual address, or IPv6 with {@code native_ipv6}
 * @param version 2 or 3
 * @param virtualRouterId 1 to 255
 * @param priority 1 to 255; 255 owns the addresses
 * @param advertInterval whole seconds with version 2, whole centiseconds with version 3
 * @param delivery where adverts go and come from
 * @param authentication null: none on the wire
 * @param trust whom it believes
 * @param addresses advertised, in the order of the packet
 * @param excludedAddresses moved with the instance but not advertised
 * @param trackPrimary the loss of {@code interfaceName} is a fault
 * @param host what else it changes on its host
 * @param accept false: traffic to the virtual addresses is dropped while master
 */
public record VrrpInstanceConfig(
        String name,
        String interfaceName,
        AddressFamily family,
        int version,
        int virtualRouterId,
        int priority,
        StartState state,
        Duration advertInterval,
        DeliveryConfig delivery,
        @Nullable Authentication authentication,
        TrustConfig trust,
        List<AddressConfig> addresses,
        List<AddressConfig> excludedAddresses,
        boolean accept,
        ElectionConfig election,
        GarpConfig garp,
        List<TrackedScript> scripts,
        List<TrackedInterface> interfaces,
        List<TrackedItem> items,
        boolean trackPrimary,
        HostConfig host,
        NotifyScripts notifications,
        SourcePlace place) {
    public VrrpInstanceConfig {
        addresses = List.copyOf(addresses);
        excludedAddresses = List.copyOf(excludedAddresses);
        scripts = List.copyOf(scripts);
        interfaces = List.copyOf(interfaces);
        items = List.copyOf(items);
    }
}
