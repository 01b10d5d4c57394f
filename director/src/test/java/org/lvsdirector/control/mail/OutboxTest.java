package org.lvsdirector.control.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.MailSecurity;

/** Letters wait for a slow server; nobody else does. */
class OutboxTest {
    private static final MailSettings SETTINGS = new MailSettings(
            "mail.example",
            25,
            Duration.ofSeconds(1),
            "host",
            "from@example",
            List.of("to@example"),
            MailSecurity.PLAIN,
            "LVS");

    @Test
    void lettersGoInOrderAndAFailureIsCountedAndHoldsNothingUp() throws InterruptedException {
        List<String> carried = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(3);
        Outbox outbox = new Outbox((settings, letter) -> {
            carried.add(letter.subject());
            done.countDown();
            if (letter.subject().equals("b")) {
                throw new IOException("550 no");
            }
        });
        List.of("a", "b", "c").forEach(each -> outbox.put(SETTINGS, new Letter(each, "")));
        assertTrue(done.await(60, TimeUnit.SECONDS));
        untilIdle(outbox);
        assertEquals(List.of("a", "b", "c"), carried);
        assertEquals(new Outbox.Counts(2, 1, 0, 0, "550 no"), outbox.counts());
    }

    @Test
    void aServerThatDoesNotAnswerDelaysNobodyAndCostsLettersInTheEnd() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Outbox outbox = new Outbox((settings, letter) -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException impossible) {
                throw new IOException(impossible);
            }
        });
        outbox.put(SETTINGS, new Letter("first", ""));
        assertTrue(asked.await(60, TimeUnit.SECONDS));
        for (int i = 0; i < 205; i++) {
            outbox.put(SETTINGS, new Letter("more", ""));
        }
        assertEquals(new Outbox.Counts(0, 0, 5, 201, null), outbox.counts());
        answer.countDown();
        untilIdle(outbox);
        assertEquals(new Outbox.Counts(201, 0, 5, 0, null), outbox.counts());
    }

    private static void untilIdle(Outbox outbox) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!outbox.idle() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
