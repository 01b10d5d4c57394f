package org.lvsdirector.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PollerTest {
    @Test
    void tellsWhichMemberIsReady() {
        try (Wakeup first = new Wakeup();
                Wakeup second = new Wakeup()) {
            Poller poller = new Poller(first, second);
            assertEquals(0, poller.poll(0));
            second.wake();
            second.wake();
            assertEquals(1, poller.poll(Poller.FOREVER));
            assertFalse(poller.isReadable(0));
            assertTrue(poller.isReadable(1));
            assertTrue(second.clear());
            assertFalse(second.clear(), "two wakes are one");
            assertEquals(0, poller.poll(0));
        }
    }

    @Test
    void anotherThreadWakesIt() throws InterruptedException {
        try (Wakeup wakeup = new Wakeup()) {
            Thread waker = new Thread(wakeup::wake);
            waker.start();
            assertEquals(1, new Poller(wakeup).poll(Poller.FOREVER));
            waker.join();
        }
    }

    @Test
    void waitsNoShorterThanAsked() {
        try (Wakeup wakeup = new Wakeup()) {
            long start = System.nanoTime();
            assertEquals(0, new Poller(wakeup).poll(3_000_000));
            assertTrue(System.nanoTime() - start >= 3_000_000);
        }
    }

    @Test
    void knowsItsPlaces() {
        assertThrows(IndexOutOfBoundsException.class, () -> new Poller().isReadable(0));
    }
}
