package org.lvsdirector.control.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/** What is mailed of instances and sync groups: each new state once, in keepalived's words. */
final class RouterLetters {
    private static final String LOST = "=> VRRP Instance is no longer owning VRRP VIPs <=";

    private final Map<AlertBook.Router, NotifyState> last = new HashMap<>();

    Optional<Letter> of(SendNotification news, AlertBook book) {
        AlertBook.Router router = new AlertBook.Router(news.subject(), news.name());
        boolean wanted = book.routers().contains(router)
                && news.state().isState()
                && (book.faults() || news.state() != NotifyState.FAULT);
        if (!wanted || last.put(router, news.state()) == news.state()) {
            return Optional.empty();
        }
        if (news.state() == NotifyState.DELETED) {
            last.remove(router);
        }
        boolean instance = news.subject() == Subject.INSTANCE;
        String who = (instance ? "VRRP Instance " : "VRRP Group ") + news.name() + " - ";
        return Optional.of(
                new Letter(who + subject(news.state()), instance ? ofInstance(news.state()) : ofGroup(news.state())));
    }

    private static String subject(NotifyState state) {
        return switch (state) {
            case STOP -> "Stopping";
            case DELETED -> "Deleted";
            default -> "Entering " + state + " state";
        };
    }

    private static String ofInstance(NotifyState state) {
        return switch (state) {
            case MASTER -> "=> VRRP Instance is now owning VRRP VIPs <=";
            case STOP -> "=> VRRP Instance stopping <=";
            case DELETED -> "=> VRRP Deleted at reload <=";
            default -> LOST;
        };
    }

    private static String ofGroup(NotifyState state) {
        return state == NotifyState.STOP
                ? "=> All VRRP group instances are now stopping <="
                : "=> All VRRP group instances are now in " + state + " state <=";
    }
}
