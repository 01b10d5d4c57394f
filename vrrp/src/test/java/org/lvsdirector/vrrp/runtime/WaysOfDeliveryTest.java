package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.AuthenticationHeader;
import org.lvsdirector.vrrp.packet.ChecksumForm;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.packet.UnicastPeer;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** The driver with IPv6, unicast and the authentication header, on ports in memory. */
class WaysOfDeliveryTest extends DriverRig {
    private static final InetAddress LINK_LOCAL = ip("fe80::11");
    private static final InetAddress OTHER_LINK_LOCAL = ip("fe80::12");
    private static final InetAddress THIRD = ip("192.168.1.13");
    private static final int SEQUENCE_IN_IPV4_HEADER = 28;

    private static InstanceSettings saying(AdvertisementSettings how, int priority, String... addresses) {
        return InstanceSettings.of(
                "VI_1",
                "eth0",
                how,
                ElectionSettings.of(InitialState.BACKUP, priority),
                Arrays.stream(addresses)
                        .map(DriverRig::ip)
                        .map(VirtualAddress::of)
                        .toList());
    }

    private static AdvertisementSettings unicast(ChecksumForm form, InetAddress... peers) {
        Unicast unicast = new Unicast(Arrays.stream(peers).map(UnicastPeer::of).toList(), 255, true);
        return AdvertisementSettings.v3(Family.IPV4, 51, SECOND)
                .withDelivery(
                        Delivery.multicast(Family.IPV4).withUnicast(unicast).withChecksum(form));
    }

    private InetAddress address(byte[] datagram, int at, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(datagram, at, at + length));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void overIpv6AdvertisementsComeFromTheLinkLocalAddressThatIsNoVirtualOne() {
        InstanceSettings six = saying(AdvertisementSettings.v3(Family.IPV6, 51, SECOND), 100, "fe80::51");
        machine.addAddress("eth0", ip("2001:db8::11"));
        machine.addAddress("eth0", ip("fe80::51"));
        VrrpDriver driver = started(six);
        assertEquals(VrrpState.FAULT, state(driver), "no source address");

        machine.addAddress("eth0", LINK_LOCAL);
        driver.turn();
        becomeMaster(driver);
        byte[] first = machine.transport.sent().get(0);
        assertEquals(LINK_LOCAL, address(first, 8, 16));
        assertEquals(Family.IPV6.defaultGroup(), address(first, 24, 16));
    }

    @Test
    void overIpv6AMasterOfHigherPriorityIsHeeded() {
        AdvertisementSettings how = AdvertisementSettings.v3(Family.IPV6, 51, SECOND);
        machine.addAddress("eth0", LINK_LOCAL);
        VrrpDriver driver = started(saying(how, 100, "fe80::51"));
        becomeMaster(driver);
        InstanceSettings theirs = saying(how, 200, "fe80::51");
        machine.transport.arrive(
                Endpoint.of(theirs),
                advert(
                        theirs,
                        OTHER_LINK_LOCAL,
                        theirs.advertisement().delivery().group()));
        driver.turn();
        assertEquals(VrrpState.BACKUP, state(driver));
    }

    @Test
    void unicastGoesToEveryPeerUnderOneIdentification() {
        VrrpDriver driver = started(saying(unicast(ChecksumForm.PSEUDO_HEADER, OTHER, THIRD), 100, "192.168.1.100"));
        becomeMaster(driver);
        List<byte[]> sent = machine.transport.sent();
        assertEquals(OTHER, address(sent.get(0), 16, 4));
        assertEquals(THIRD, address(sent.get(1), 16, 4));
        assertEquals(FakeTransport.identification(sent.get(0)), FakeTransport.identification(sent.get(1)));
    }

    @Test
    void aStrangerIsNoPeer() {
        InstanceSettings ours = saying(unicast(ChecksumForm.PSEUDO_HEADER, OTHER), 100, "192.168.1.100");
        VrrpDriver driver = started(ours);
        becomeMaster(driver);
        InstanceSettings theirs = saying(ours.advertisement(), 200, "192.168.1.100");
        machine.transport.arrive(Endpoint.of(theirs), advert(theirs, THIRD, OWN));
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
        assertEquals(
                Map.of(Rejection.UNICAST_SOURCE, 1L),
                status(driver).router().instances().get(0).counters().rejected());
    }

    @Test
    void aPeerWithTheOldChecksumIsAnsweredInIt() {
        InstanceSettings ours = saying(unicast(ChecksumForm.PSEUDO_HEADER, OTHER), 100, "192.168.1.100");
        VrrpDriver driver = started(ours);
        becomeMaster(driver);
        int before = checksum(sent(0));
        InstanceSettings theirs = saying(unicast(ChecksumForm.OLD_UNICAST, OTHER), 50, "192.168.1.100");
        machine.transport.arrive(Endpoint.of(theirs), advert(theirs, OTHER, OWN));
        driver.turn();
        byte[] answer = sent(1);
        InstanceSettings same = saying(unicast(ChecksumForm.OLD_UNICAST, OTHER), 100, "192.168.1.100");
        assertEquals(checksum(advert(same, OWN, OTHER)), checksum(answer));
        assertEquals(false, before == checksum(answer));
    }

    private static int checksum(byte[] datagram) {
        return ByteBuffer.wrap(datagram).getShort(26);
    }

    /** Whoever becomes master counts on where the master before left off. */
    @Test
    void theSequenceOfTheAuthenticationHeaderGoesOn() {
        AdvertisementSettings how = AdvertisementSettings.v2(51, SECOND, Authentication.header("sesame"));
        VrrpDriver driver = started(saying(how, 100, "192.168.1.100"));
        InstanceSettings theirs = saying(how, 200, "192.168.1.100");
        AuthenticationHeader header = Objects.requireNonNull(AuthenticationHeader.of(how.authentication()));
        for (int i = 0; i < 7; i++) {
            header.advance();
        }
        AdvertisementTemplate template = AdvertisementTemplate.of(
                theirs.toAdvertisement(), how.delivery(), OTHER, how.delivery().group(), header);
        ByteBuffer out = ByteBuffer.allocate(template.length());
        template.write(200, 1, out);
        machine.transport.arrive(Endpoint.of(theirs), out.array());
        driver.turn();
        assertEquals(OTHER, status(driver).router().instances().get(0).master());
        becomeMaster(driver);
        assertEquals(8, ByteBuffer.wrap(sent(0)).getInt(SEQUENCE_IN_IPV4_HEADER));
    }

    /** Both sockets are open, for two virtual routers; a packet that comes in by the wrong one is not a stranger's. */
    @Test
    void aMissingAuthenticationHeaderIsCountedWhereItIsMissing() {
        InstanceSettings signed =
                saying(AdvertisementSettings.v2(51, SECOND, Authentication.header("sesame")), 100, "192.168.1.100");
        InstanceSettings plain =
                saying(AdvertisementSettings.v2(52, SECOND, Authentication.NONE), 100, "192.168.1.101");
        VrrpDriver driver = started(signed, plain);
        machine.transport.arrive(Endpoint.of(plain), advert(instance(200), OTHER, OWN));
        driver.turn();

        assertEquals(
                Map.of(Rejection.AUTH_TYPE_MISMATCH, 1L),
                status(driver).router().instances().get(0).counters().rejected());
        assertEquals(0, status(driver).strays().unknownVrid());
    }

    @Test
    void anEndpointThatCannotBeOpenedIsNoFaultOfOtherInstances() {
        machine.addAddress("eth0", LINK_LOCAL);
        machine.transport.refuseToOpen(Family.IPV6);
        InstanceSettings six = saying(AdvertisementSettings.v3(Family.IPV6, 51, SECOND), 100, "fe80::51");
        VrrpDriver driver = started(instance(100), six);
        assertEquals(VrrpState.BACKUP, state(driver));
        assertEquals(VrrpState.FAULT, status(driver).router().instances().get(1).state());
        assertNull(status(driver).router().instances().get(1).master());
    }
}
