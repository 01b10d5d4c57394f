package org.lvsdirector.control.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.vrrp.packet.AuthType;
import org.lvsdirector.vrrp.packet.ChecksumForm;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;

/** From a {@code vrrp_instance} to what the vrrp process puts on the wire. */
class AdvertisementMappingTest {
    private static AdvertisementSettings mapped(String lines) {
        String text = "vrrp_instance A {\ninterface eth0\nvirtual_router_id 7\n" + lines + "\n}\n";
        Configuration configuration = new ConfigurationReader(new InMemorySources().with("x.conf", text))
                .read(Path.of("x.conf"))
                .configuration();
        assertNotNull(configuration);
        return AdvertisementMapping.of(configuration.instances().get(0));
    }

    @Test
    void ipv6IsVersion3OverItsOwnGroup() {
        AdvertisementSettings settings = mapped("advert_int 0.25\nvirtual_ipaddress { fe80::7 }");
        assertEquals(VrrpVersion.V3, settings.version());
        assertEquals(Family.IPV6, settings.family());
        assertEquals(Family.IPV6.defaultGroup(), settings.delivery().group());
        assertEquals(250_000_000L, settings.intervalNanos());
        assertNull(settings.delivery().unicast());
        assertEquals(ChecksumForm.PSEUDO_HEADER, settings.delivery().checksum());
    }

    @Test
    void unicastPeersAndTheirBoundsArrive() throws UnknownHostException {
        AdvertisementSettings settings = mapped("virtual_ipaddress { 10.0.0.1 }\nunicast_src_ip 10.0.0.2\n"
                + "unicast_ttl 5\nold_unicast_checksum never\nunicast_peer { 10.0.0.3 min_ttl 2 max_ttl 6 }");
        assertEquals(InetAddress.getByName("10.0.0.2"), settings.source());
        UnicastPeer peer = new UnicastPeer(InetAddress.getByName("10.0.0.3"), 2, 6);
        assertEquals(new Unicast(List.of(peer), 5, true), settings.delivery().unicast());
        assertEquals(ChecksumForm.PSEUDO_HEADER_ONLY, settings.delivery().checksum());
    }

    @Test
    void authenticationIsAPasswordOrAHeader() {
        String block = "virtual_ipaddress { 10.0.0.1 }\nauthentication {\nauth_pass x\nauth_type ";
        assertEquals(AuthType.PASS, mapped(block + "PASS\n}").authentication().type());
        assertEquals(AuthType.AH, mapped(block + "AH\n}").authentication().type());
    }
}
