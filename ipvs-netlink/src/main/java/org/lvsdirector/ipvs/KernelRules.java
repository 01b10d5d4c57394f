package org.lvsdirector.ipvs;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Errno;

/** What the kernel refuses, and what it fills in, apart from the state of its table. */
final class KernelRules {
    private static final Set<String> SCHEDULERS = Set.of(
            "none", "rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "mh", "sed", "nq", "fo", "ovf", "twos");
    private static final String ENGINE_SIP = "sip";

    /** Without a length the kernel takes an Ethernet's 1500 bytes less the IPv4 and UDP headers; IPv6 has 20 more. */
    private static final int MAX_LENGTH_V4 = 1472;

    private static final int MAX_LENGTH_V6 = 1452;
    private static final int MIN_BACKUP_LENGTH = 1024;
    private static final InetAddress DEFAULT_GROUP = IpAddresses.parse("224.0.0.81");
    private static final int DEFAULT_PORT = 8848;

    private KernelRules() {}

    static Optional<Errno> check(VirtualService service) {
        if (!SCHEDULERS.contains(service.scheduler())) {
            return Optional.of(Errno.ENOENT);
        }
        Persistence persistence = service.persistence();
        if (persistence == null) {
            return Optional.empty();
        }
        if (persistence.engine() != null && !persistence.engine().equals(ENGINE_SIP)) {
            return Optional.of(Errno.ENOENT);
        }
        boolean noPrefix = persistence.prefixLength() == 0;
        return noPrefix && service.key().family() == AddressFamily.IPV6 ? Optional.of(Errno.EINVAL) : Optional.empty();
    }

    static Optional<Errno> check(ServiceKey service, RealServer server, boolean daemonRuns) {
        if (server.key().family() != service.family() && (daemonRuns || server.method() != ForwardingMethod.TUNNEL)) {
            return Optional.of(Errno.EINVAL);
        }
        if (server.lowerThreshold() > server.upperThreshold()) {
            return Optional.of(Errno.ERANGE);
        }
        Tunnel tunnel = server.tunnel();
        return tunnel.type() == Tunnel.Type.GUE && tunnel.port() == 0 ? Optional.of(Errno.EINVAL) : Optional.empty();
    }

    /** Whether packets can be routed to one host by this address; link-local IPv6 can not without an interface. */
    static boolean isUnicast(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (AddressFamily.of(address) == AddressFamily.IPV6) {
            return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !address.isLinkLocalAddress();
        }
        boolean broadcast = (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
        return !address.isMulticastAddress() && !address.isAnyLocalAddress() && !broadcast;
    }

    static boolean isGroup(@Nullable InetAddress group) {
        return group == null || group.isMulticastAddress();
    }

    static SyncDaemon withDefaults(SyncDaemon daemon) {
        InetAddress group = daemon.group() == null ? DEFAULT_GROUP : daemon.group();
        int length = daemon.maxLength();
        if (length == 0) {
            length = AddressFamily.of(group) == AddressFamily.IPV4 ? MAX_LENGTH_V4 : MAX_LENGTH_V6;
        } else if (daemon.role() == SyncDaemon.Role.BACKUP) {
            length = Math.max(length, MIN_BACKUP_LENGTH);
        }
        return new SyncDaemon(
                daemon.role(),
                daemon.interfaceName(),
                daemon.syncId(),
                length,
                group,
                daemon.port() == 0 ? DEFAULT_PORT : daemon.port(),
                daemon.ttl() == 0 ? 1 : daemon.ttl());
    }
}
