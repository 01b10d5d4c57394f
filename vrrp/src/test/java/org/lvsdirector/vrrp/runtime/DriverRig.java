package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.AuthenticationHeader;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** A driver on a machine in memory, which has the interface eth0 with one address. */
abstract class DriverRig {
    static final long SECOND = 1_000_000_000L;
    static final long LONGER_THAN_MASTER_DOWN = 4 * SECOND;
    static final InetAddress OWN = ip("192.168.1.11");
    static final InetAddress OTHER = ip("192.168.1.12");
    static final InetAddress VIP = ip("192.168.1.100");
    static final InetAddress SECOND_VIP = ip("192.168.1.101");

    final FakeMachine machine = new FakeMachine();

    DriverRig() {
        machine.link("eth0", LinkState.UP);
        machine.addAddress("eth0", OWN);
    }

    VrrpDriver started(InstanceSettings... instances) {
        VrrpDriver driver = new VrrpDriver(machine.ports(), StartOrder.cold(RouterSettings.of(List.of(instances))));
        driver.start();
        driver.turn();
        return driver;
    }

    VrrpDriver resumed(long silenceNanos) {
        InstanceSettings instance = instance(100);
        Resumption resumption = new Resumption(instance.key(), machine.waiter.nanoTime() - silenceNanos);
        VrrpDriver driver = new VrrpDriver(
                machine.ports(), new StartOrder(RouterSettings.of(List.of(instance)), List.of(resumption), List.of()));
        driver.start();
        return driver;
    }

    void becomeMaster(VrrpDriver driver) {
        machine.waiter.advance(LONGER_THAN_MASTER_DOWN);
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
    }

    byte[] sent(int index) {
        return machine.transport.sent().get(index);
    }

    void arrive(byte[] datagram) {
        machine.transport.arrive(Endpoint.of(instance(100)), datagram);
    }

    static byte[] advert(int priority) {
        return advert(instance(priority), OTHER, OWN);
    }

    /** What another router with the same settings sends. */
    static byte[] advert(InstanceSettings instance, InetAddress source, InetAddress destination) {
        AdvertisementSettings how = instance.advertisement();
        int priority = instance.election().basePriority();
        InetAddress to = how.delivery().unicast() == null ? how.delivery().group() : destination;
        AdvertisementTemplate template = AdvertisementTemplate.of(
                instance.toAdvertisement(), how.delivery(), source, to, AuthenticationHeader.of(how.authentication()));
        ByteBuffer out = ByteBuffer.allocate(template.length());
        template.write(priority, 1, out);
        return out.array();
    }

    static VrrpState state(VrrpDriver driver) {
        return status(driver).router().instances().get(0).state();
    }

    static DriverStatus status(VrrpDriver driver) {
        CompletableFuture<DriverStatus> answer = driver.status();
        driver.runCommands();
        assertTrue(answer.isDone());
        return answer.join();
    }

    static InstanceSettings instance(int priority, InetAddress... addresses) {
        List<InetAddress> all = addresses.length == 0 ? List.of(VIP) : List.of(addresses);
        return InstanceSettings.of(
                "VI_1",
                "eth0",
                AdvertisementSettings.v2(51, SECOND, Authentication.NONE),
                ElectionSettings.of(InitialState.BACKUP, priority),
                all.stream().map(VirtualAddress::of).toList());
    }

    static String ip(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
