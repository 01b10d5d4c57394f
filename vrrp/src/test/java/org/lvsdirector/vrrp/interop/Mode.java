package org.lvsdirector.vrrp.interop;

import java.util.List;
import java.util.stream.Stream;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * One way to speak VRRP, in our settings and in keepalived's words.
 *
 * @param addresses virtual addresses
 * @param theirs lines of a {@code vrrp_instance}
 */
record Mode(String name, AdvertisementSettings ours, List<String> addresses, String theirs) {
    private static final int OUR_UNICAST_TTL = 20;

    static final Mode V3_IPV4 = new Mode(
            "v3 ipv4",
            AdvertisementSettings.v3(Family.IPV4, Rig.VRID, Rig.SECOND_NANOS / 2),
            List.of("192.168.1.100"),
            "version 3\nadvert_int 0.5");

    static final Mode V3_IPV6 = new Mode(
            "v3 ipv6",
            AdvertisementSettings.v3(Family.IPV6, Rig.VRID, Rig.SECOND_NANOS / 2),
            List.of("fe80::51", "2001:db8::100"),
            "version 3\nadvert_int 0.5");

    private static final Mode TEN_MILLISECONDS = new Mode(
            "ten milliseconds",
            AdvertisementSettings.v3(Family.IPV4, Rig.VRID, Rig.SECOND_NANOS / 100),
            List.of("192.168.1.100"),
            "version 3\nadvert_int 0.01");

    private static final Mode OTHER_GROUP = new Mode(
            "other group",
            AdvertisementSettings.v3(Family.IPV4, Rig.VRID, Rig.SECOND_NANOS / 2)
                    .withDelivery(group("224.0.0.77")),
            List.of("192.168.1.100"),
            "version 3\nadvert_int 0.5\nmcast_dst_ip 224.0.0.77");

    private static final Mode UNICAST_V2 = new Mode(
            "unicast v2",
            v2(Authentication.NONE).withDelivery(unicast("192.168.1.12", 255, 255)),
            List.of("192.168.1.100"),
            "advert_int 1\nunicast_src_ip 192.168.1.12\ncheck_unicast_src\nunicast_peer {\n192.168.1.11\n}");

    private static final Mode UNICAST_V3 = new Mode(
            "unicast v3",
            AdvertisementSettings.v3(Family.IPV4, Rig.VRID, Rig.SECOND_NANOS / 2)
                    .withDelivery(unicast("192.168.1.12", 9, 9)),
            List.of("192.168.1.100"),
            "version 3\nadvert_int 0.5\nunicast_ttl 9\nunicast_src_ip 192.168.1.12\n"
                    + "unicast_peer {\n192.168.1.11 min_ttl 20 max_ttl 20\n}");

    private static final Mode UNICAST_IPV6 = new Mode(
            "unicast ipv6",
            AdvertisementSettings.v3(Family.IPV6, Rig.VRID, Rig.SECOND_NANOS / 2)
                    .withDelivery(unicast("2001:db8::12", 255, 255)),
            List.of("fe80::51", "2001:db8::100"),
            "version 3\nadvert_int 0.5\nunicast_ttl 255\nunicast_src_ip 2001:db8::12\nunicast_peer {\n2001:db8::11\n}");

    private static final Mode HEADER = new Mode(
            "header",
            v2(Authentication.header("sesame")),
            List.of("192.168.1.100"),
            "advert_int 1\nauthentication {\nauth_type AH\nauth_pass sesame\n}");

    /** Version 2 over IPv4 multicast, which the other tests of this room are about. */
    private static final Mode PLAIN =
            new Mode("plain", v2(Authentication.NONE), List.of("192.168.1.100"), "advert_int 1");

    /** Those with code of their own for each packet. */
    static Stream<Mode> differentOnTheWire() {
        return Stream.of(PLAIN, V3_IPV6, HEADER);
    }

    static Stream<Mode> all() {
        return Stream.of(V3_IPV4, V3_IPV6, TEN_MILLISECONDS, OTHER_GROUP, UNICAST_V2, UNICAST_V3, UNICAST_IPV6, HEADER);
    }

    @Override
    public String toString() {
        return name;
    }

    private static AdvertisementSettings v2(Authentication authentication) {
        return AdvertisementSettings.v2(Rig.VRID, Rig.SECOND_NANOS, authentication);
    }

    private static Delivery group(String address) {
        Delivery usual = Delivery.multicast(Family.IPV4);
        return new Delivery(usual.family(), Rig.ip(address), null, usual.checksum());
    }

    private static Delivery unicast(String peer, int minTtl, int maxTtl) {
        Unicast unicast = new Unicast(List.of(new UnicastPeer(Rig.ip(peer), minTtl, maxTtl)), OUR_UNICAST_TTL, true);
        return Delivery.multicast(Family.of(Rig.ip(peer))).withUnicast(unicast);
    }

    InstanceSettings settings(int priority) {
        return InstanceSettings.of(
                "VI_1",
                "eth0",
                ours,
                ElectionSettings.of(InitialState.BACKUP, priority),
                addresses.stream().map(Rig::ip).map(VirtualAddress::of).toList());
    }

    /** The body of a {@code vrrp_instance}. */
    String words(int priority) {
        return Stream.of(theirs, "priority " + priority, "virtual_ipaddress {", String.join("\n", addresses), "}\n")
                .reduce("", (text, line) -> text + line + "\n");
    }

    /** The last of the virtual addresses. */
    String address() {
        return addresses.get(addresses.size() - 1);
    }
}
