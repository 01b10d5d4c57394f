package org.lvsdirector.control.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;

/** Puts into the outbox what the configuration in force wants mailed. Used by one thread. */
public final class MailDesk {
    private final Outbox outbox;
    private final RouterLetters routers = new RouterLetters();
    private final PoolLetters pools = new PoolLetters();
    private AlertBook book = AlertBook.NONE;
    private AlertBook former = AlertBook.NONE;
    private boolean stopping;

    public MailDesk(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Goes over to another configuration. */
    public void use(AlertBook next) {
        former = book;
        book = next;
        pools.configured(next);
    }

    /** What real servers lose from now on they lose because the director stops. */
    public void stopping() {
        stopping = true;
    }

    /** An instance or group of the configuration in force has changed. */
    public void heard(SendNotification news) {
        routers.of(news, book).ifPresent(letter -> put(book, letter));
    }

    /** One has changed that only the configuration before knew. */
    public void heardOfFormer(SendNotification news) {
        routers.of(news, former).ifPresent(letter -> put(former, letter));
    }

    /** A check has told how it is. */
    public void heard(CheckId check, boolean up, int weightChange) {
        List<Letter> letters = pools.of(check, up, weightChange, book);
        letters.forEach(letter -> put(book, letter));
    }

    /** A real server or quorum has changed. */
    public void heard(PoolEvent event) {
        pools.of(event, stopping, book).ifPresent(letter -> put(book, letter));
    }

    /** How the mail goes; null where none is wanted. */
    public Outbox.@Nullable Counts counts() {
        return book.mail() == null ? null : outbox.counts();
    }

    /** Whether no letter is under way. */
    public boolean idle() {
        return outbox.idle();
    }

    private void put(AlertBook words, Letter letter) {
        MailSettings settings = words.mail();
        if (settings != null) {
            outbox.put(settings, letter);
        }
    }
}
