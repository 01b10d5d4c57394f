package org.lvsdirector.control.mail;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters on their way. Putting one in never waits; a thread of its own, which there is only while there are letters, carries one after the
 * other. What finds the box full is lost and counted.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** Some minutes' worth of a server that does not answer. */
    private static final int ROOM = 200;

    private final Carrier carrier;
    private final Deque<Addressed> waiting = new ArrayDeque<>();
    private boolean carrying;
    private long sent;
    private long failed;
    private long lost;
    private @Nullable String lastFailure;

    private record Addressed(MailSettings settings, Letter letter) {}

    /**
     * How the mail goes.
     *
     * @param sent taken by the server
     * @param failed not taken by the server
     * @param lost for want of room
     * @param waiting not yet tried, and the one under way
     * @param lastFailure null while there was none
     */
    public record Counts(
            long sent,
            long failed,
            long lost,
            int waiting,
            @Nullable String lastFailure) {}

    public Outbox(Carrier carrier) {
        this.carrier = carrier;
    }

    /** Puts a letter in. */
    public synchronized void put(MailSettings settings, Letter letter) {
        if (waiting.size() >= ROOM) {
            if (lost++ == 0) {
                LOG.error(
                        "Too many letters wait for the mail server {}; '{}' is lost",
                        settings.server(),
                        letter.subject());
            }
            return;
        }
        waiting.add(new Addressed(settings, letter));
        if (!carrying) {
            carrying = true;
            Thread thread = new Thread(this::carryAll, "mail");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether no letter waits or is under way. */
    public synchronized boolean idle() {
        return !carrying;
    }

    /** How it goes. */
    public synchronized Counts counts() {
        return new Counts(sent, failed, lost, waiting.size() + (carrying ? 1 : 0), lastFailure);
    }

    private void carryAll() {
        for (Addressed next = next(); next != null; next = next()) {
            try {
                carrier.carry(next.settings(), next.letter());
                LOG.info("SMTP alert successfully sent.");
                count(null);
            } catch (IOException failure) {
                String reason = String.valueOf(failure.getMessage());
                LOG.error("Mail '{}' was not sent: {}", next.letter().subject(), reason);
                count(reason);
            }
        }
    }

    private synchronized @Nullable Addressed next() {
        Addressed next = waiting.poll();
        carrying = next != null;
        return next;
    }

    private synchronized void count(@Nullable String failure) {
        if (failure == null) {
            sent++;
        } else {
            failed++;
            lastFailure = failure;
        }
    }
}
