package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.VrrpRouter;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.AnnouncementQueue.Announcement;
import org.lvsdirector.vrrp.settings.GarpGroup;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;

class AnnouncementQueueTest {
    private static final InstanceKey FIRST = new InstanceKey("eth0", Family.IPV4, 51);
    private static final InstanceKey SECOND = new InstanceKey("eth0", Family.IPV4, 52);
    private static final InetAddress IPV4 = DriverRig.ip("192.168.1.100");
    private static final InetAddress IPV6 = DriverRig.ip("2001:db8::100");

    private final AnnouncementQueue queue = new AnnouncementQueue();
    private final List<Announcement> sent = new ArrayList<>();

    @Test
    void withoutAnIntervalAllAreDueAtOnce() {
        addThree(FIRST, "eth0", IPV4);
        assertTrue(queue.nextDueNanos() <= 0);
        queue.sendDue(1000, sent::add);
        assertEquals(3, sent.size());
        assertEquals(VrrpRouter.NEVER, queue.nextDueNanos());
    }

    @Test
    void anIntervalKeepsPacketsOfOneInterfaceApart() {
        queue.setIntervals(100, 0);
        addThree(FIRST, "eth0", IPV4);
        queue.sendDue(1000, sent::add);
        assertEquals(1, sent.size());
        assertEquals(1100, queue.nextDueNanos());
        queue.sendDue(1099, sent::add);
        assertEquals(1, sent.size());
        queue.sendDue(1100, sent::add);
        assertEquals(2, sent.size());
        queue.sendDue(5000, sent::add);
        assertEquals(3, sent.size(), "one that comes late does not make the next come early");
    }

    @Test
    void theIntervalHoldsAlsoForWhatIsAddedLater() {
        queue.setIntervals(100, 0);
        queue.add(new Announcement(FIRST, "eth0", IPV4), 1);
        queue.sendDue(1000, sent::add);
        queue.add(new Announcement(SECOND, "eth0", IPV4), 1);
        queue.sendDue(1050, sent::add);
        assertEquals(1, sent.size());
        assertEquals(1100, queue.nextDueNanos());
    }

    @Test
    void interfacesOfAGroupShareItsPaceAndOthersKeepTheirs() {
        GarpGroup group = new GarpGroup(Set.of("eth0", "eth1"), 100, 0);
        queue.setPace(RouterSettings.EMPTY.withGarpGroups(List.of(group)));
        queue.add(new Announcement(FIRST, "eth0", IPV4), 1);
        queue.add(new Announcement(FIRST, "eth1", IPV4), 1);
        queue.add(new Announcement(FIRST, "eth2", IPV4), 1);
        queue.add(new Announcement(FIRST, "eth1", IPV6), 1);
        queue.sendDue(1000, sent::add);
        assertEquals(3, sent.size(), "one of the group's, eth2's and the neighbour advertisement");
        assertEquals(1100, queue.nextDueNanos());
        queue.sendDue(1100, sent::add);
        assertEquals(4, sent.size());
    }

    @Test
    void interfacesAndKindsDoNotWaitForEachOther() {
        queue.setIntervals(100, 200);
        addThree(FIRST, "eth0", IPV4);
        addThree(FIRST, "eth1", IPV4);
        addThree(FIRST, "eth0", IPV6);
        queue.sendDue(1000, sent::add);
        assertEquals(3, sent.size());
        queue.sendDue(1100, sent::add);
        assertEquals(5, sent.size());
        queue.sendDue(1200, sent::add);
        assertEquals(8, sent.size());
    }

    @Test
    void whatOneInstanceStillHadToSayIsForgottenWithIt() {
        queue.setIntervals(100, 0);
        addThree(FIRST, "eth0", IPV4);
        addThree(SECOND, "eth0", IPV4);
        queue.cancel(FIRST);
        for (int now = 1000; now <= 2000; now += 100) {
            queue.sendDue(now, sent::add);
        }
        assertEquals(3, sent.size());
        assertEquals(SECOND, sent.get(0).instance());
        assertEquals(VrrpRouter.NEVER, queue.nextDueNanos());
    }

    @Test
    void occasionsThatComeFasterThanTheIntervalDoNotPileUp() {
        queue.setIntervals(100, 0);
        for (int occasion = 0; occasion < 1000; occasion++) {
            addThree(FIRST, "eth0", IPV4);
            queue.sendDue(1000, sent::add);
        }
        addThree(SECOND, "eth0", IPV4);
        for (int now = 1100; now <= 3000; now += 100) {
            queue.sendDue(now, sent::add);
        }
        assertEquals(1 + 3 + 3, sent.size());
        assertEquals(VrrpRouter.NEVER, queue.nextDueNanos());
    }

    @Test
    void theBoundIsThereAgainForWhatWasSentOrForgotten() {
        queue.setIntervals(100, 0);
        for (int now = 1000; now <= 1300; now += 100) {
            queue.cancel(FIRST);
            addThree(FIRST, "eth0", IPV4);
            queue.sendDue(now, sent::add);
        }
        assertEquals(4, sent.size());
        queue.sendDue(1400, sent::add);
        queue.sendDue(1500, sent::add);
        assertEquals(6, sent.size());
    }

    @Test
    void itSaysWhatIsSentAsKeepalivedDoes() {
        assertEquals("Sending gratuitous ARP on eth0 for 192.168.1.100", new Announcement(FIRST, "eth0", IPV4).text());
        assertEquals(
                "Sending unsolicited Neighbour Advert on eth0 for 2001:db8:0:0:0:0:0:100",
                new Announcement(FIRST, "eth0", IPV6).text());
    }

    private void addThree(InstanceKey instance, String interfaceName, InetAddress address) {
        for (int i = 0; i < 3; i++) {
            queue.add(new Announcement(instance, interfaceName, address), 3);
        }
    }
}
