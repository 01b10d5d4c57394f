package org.lvsdirector.ipvsctl.arguments;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.names.AddressText;

/** The switches that say which service is meant and how it is to be. */
final class ServiceArguments {
    private static final String DEFAULT_SCHEDULER = "wlc";
    private static final int DEFAULT_PERSISTENCE_SECONDS = 360;
    /** A month, the most that ipvsadm takes for any timeout. */
    static final int MAX_TIMEOUT_SECONDS = 86_400 * 31;
    /** {@code IP_VS_SCHEDNAME_MAXLEN}, {@code IP_VS_PENAME_MAXLEN}, without the closing zero; more is cut off. */
    private static final int MAX_NAME_LENGTH = 15;

    private static final int IPV6_BITS = 128;

    private final Endpoints endpoints;

    private @Nullable ServiceKey key;
    private Protocol protocol = Protocol.TCP;
    private String scheduler = "";
    private @Nullable String flagNames;
    private Set<ServiceFlag> flags = EnumSet.noneOf(ServiceFlag.class);
    private int persistenceSeconds;
    private @Nullable String engine;
    private @Nullable String mask;
    private int prefixLength = -1;

    ServiceArguments(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Nullable
    ServiceKey key() {
        return key;
    }

    /** The protocol in which names of ports are looked up: TCP for a service by mark. */
    Protocol protocol() {
        return protocol;
    }

    /** The port of a service by address, else 0. */
    int port() {
        return key instanceof ServiceKey.ByAddress byAddress ? byAddress.port() : 0;
    }

    void address(Protocol newProtocol, String text) throws UsageException {
        protocol = newProtocol;
        Endpoint endpoint = endpoints.read(text, protocol);
        if (endpoint == null) {
            throw UsageException.rejected("illegal virtual server address[:port] specified");
        }
        key = endpoints.service(protocol, endpoint);
        familyChanged();
    }

    void mark(String text) throws UsageException {
        long mark = Numbers.read(text, 1, 0xFFFF_FFFFL);
        if (mark == Numbers.INVALID) {
            throw UsageException.rejected("invalid fwmark value `" + text + "' specified");
        }
        key = new ServiceKey.ByFwmark(mark, AddressFamily.IPV4);
    }

    void ipv6() throws UsageException {
        if (!(key instanceof ServiceKey.ByFwmark byMark)) {
            // The empty line is ipvsadm's.
            throw UsageException.rejected("-6 used before -f\n");
        }
        key = new ServiceKey.ByFwmark(byMark.mark(), AddressFamily.IPV6);
        familyChanged();
    }

    void scheduler(String name) {
        scheduler = cut(name);
    }

    void engine(String name) {
        engine = cut(name);
    }

    void flags(String text) {
        flagNames = text;
    }

    void onePacket() {
        flags.add(ServiceFlag.ONE_PACKET);
    }

    void persistent(@Nullable String seconds) throws UsageException {
        persistenceSeconds = seconds == null ? DEFAULT_PERSISTENCE_SECONDS : timeout(seconds, 1);
    }

    void mask(String text) throws UsageException {
        mask = text;
        prefixLength = isIpv6() ? ipv6Prefix(text) : ipv4Prefix(text);
    }

    /** A mask given before an IPv6 service was read as IPv4's: read it again. */
    private void familyChanged() throws UsageException {
        if (mask != null && isIpv6()) {
            prefixLength = ipv6Prefix(mask);
        }
    }

    private boolean isIpv6() {
        return key != null && key.family() == AddressFamily.IPV6;
    }

    private static int ipv4Prefix(String text) throws UsageException {
        InetAddress address = AddressText.ipv4(text);
        if (address == null) {
            throw UsageException.rejected("illegal virtual server persistent mask specified");
        }
        int bits = 0;
        for (byte b : address.getAddress()) {
            bits = bits << Byte.SIZE | (b & 0xFF);
        }
        int length = Integer.numberOfLeadingZeros(~bits);
        if (length < Integer.SIZE && bits << length != 0) {
            throw UsageException.rejected("illegal virtual server persistent mask specified");
        }
        return length;
    }

    private static int ipv6Prefix(String text) throws UsageException {
        long length = Numbers.read(text, 1, IPV6_BITS);
        if (length == Numbers.INVALID) {
            throw UsageException.rejected("illegal ipv6 netmask specified");
        }
        return (int) length;
    }

    static int timeout(String text, int min) throws UsageException {
        long seconds = Numbers.read(text, min, MAX_TIMEOUT_SECONDS);
        if (seconds == Numbers.INVALID) {
            throw UsageException.rejected("invalid timeout value `" + text + "' specified");
        }
        return (int) seconds;
    }

    /** Reads the names of flags, which depend on the scheduler wherever it stands. */
    void finish() throws UsageException {
        if (flagNames != null) {
            flags.addAll(SchedulerFlags.read(flagNames, scheduler));
        }
    }

    /** The service as it is to be made. */
    VirtualService service(ServiceKey service) throws UsageException {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            if (byAddress.port() == 0 && persistenceSeconds == 0) {
                throw UsageException.rejected("Zero port specified for non-persistent service");
            }
            if (flags.contains(ServiceFlag.ONE_PACKET) && byAddress.protocol() != Protocol.UDP) {
                throw UsageException.rejected("One-Packet Scheduling is only for UDP virtual services");
            }
        }
        return new VirtualService(service, scheduler.isEmpty() ? DEFAULT_SCHEDULER : scheduler, flags, persistence());
    }

    private @Nullable Persistence persistence() {
        if (persistenceSeconds == 0) {
            return null;
        }
        int whole = isIpv6() ? IPV6_BITS : Integer.SIZE;
        return new Persistence(persistenceSeconds, prefixLength < 0 ? whole : prefixLength, engine);
    }

    static String cut(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH);
    }
}
