package org.lvsdirector.config.read;

import java.util.List;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;

/** Which family a virtual server is of. */
final class ServiceFamily {
    private ServiceFamily() {}

    /**
     * The family of its addresses; for marks alone that of the real servers which are not tunnelled, else {@code ip_family}, else that of
     * the tunnelled ones where they agree, else IPv4.
     */
    static AddressFamily of(Block block, List<ServiceTarget> targets, List<RealServerConfig> servers) {
        for (ServiceTarget target : targets) {
            AddressFamily family = target.family();
            if (family != null) {
                return family;
            }
        }
        for (RealServerConfig server : servers) {
            if (server.forwarding().method() != ForwardingMethod.TUNNEL) {
                return AddressFamily.of(server.address());
            }
        }
        String word = block.choice("ip_family");
        if (word != null) {
            return word.equals("inet6") ? AddressFamily.IPV6 : AddressFamily.IPV4;
        }
        boolean allIpv6 = !servers.isEmpty()
                && servers.stream().allMatch(server -> AddressFamily.of(server.address()) == AddressFamily.IPV6);
        return allIpv6 ? AddressFamily.IPV6 : AddressFamily.IPV4;
    }
}
