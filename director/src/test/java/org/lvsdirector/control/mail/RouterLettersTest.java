package org.lvsdirector.control.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;

/** keepalived 2.2.7's words, as a mail server was sent them. */
class RouterLettersTest {
    private final RouterLetters letters = new RouterLetters();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSTANCE | MASTER  | VRRP Instance V - Entering MASTER state | => VRRP Instance is now owning VRRP VIPs <=
            INSTANCE | BACKUP  | VRRP Instance V - Entering BACKUP state | => VRRP Instance is no longer owning VRRP VIPs <=
            INSTANCE | FAULT   | VRRP Instance V - Entering FAULT state  | => VRRP Instance is no longer owning VRRP VIPs <=
            INSTANCE | STOP    | VRRP Instance V - Stopping              | => VRRP Instance stopping <=
            INSTANCE | DELETED | VRRP Instance V - Deleted               | => VRRP Deleted at reload <=
            GROUP    | MASTER  | VRRP Group V - Entering MASTER state    | => All VRRP group instances are now in MASTER state <=
            GROUP    | BACKUP  | VRRP Group V - Entering BACKUP state    | => All VRRP group instances are now in BACKUP state <=
            GROUP    | FAULT   | VRRP Group V - Entering FAULT state     | => All VRRP group instances are now in FAULT state <=
            GROUP    | STOP    | VRRP Group V - Stopping                 | => All VRRP group instances are now stopping <=
            """)
    void saysIt(Subject subject, NotifyState state, String title, String body) {
        assertEquals(Optional.of(new Letter(title, body)), letters.of(news(subject, state), book(true)));
    }

    @Test
    void saysEachStateOnce() {
        letters.of(news(Subject.INSTANCE, NotifyState.BACKUP), book(true));
        assertEquals(Optional.empty(), letters.of(news(Subject.INSTANCE, NotifyState.BACKUP), book(true)));
        assertEquals(
                true,
                letters.of(news(Subject.INSTANCE, NotifyState.MASTER), book(true))
                        .isPresent());
        assertEquals(
                true,
                letters.of(news(Subject.INSTANCE, NotifyState.BACKUP), book(true))
                        .isPresent());
    }

    @Test
    void keepsFaultsToItselfIfAsked() {
        letters.of(news(Subject.INSTANCE, NotifyState.BACKUP), book(false));
        assertEquals(Optional.empty(), letters.of(news(Subject.INSTANCE, NotifyState.FAULT), book(false)));
        assertEquals(
                Optional.empty(),
                letters.of(news(Subject.INSTANCE, NotifyState.BACKUP), book(false)),
                "nothing has happened that anybody heard of");
    }

    @Test
    void saysNothingOfOthersNorOfWhatIsNoState() {
        SendNotification other = new SendNotification(Subject.INSTANCE, "W", NotifyState.MASTER, 100);
        assertEquals(Optional.empty(), letters.of(other, book(true)));
        assertEquals(Optional.empty(), letters.of(news(Subject.INSTANCE, NotifyState.MASTER_RX_LOWER_PRI), book(true)));
    }

    private static SendNotification news(Subject subject, NotifyState state) {
        return new SendNotification(subject, "V", state, 100);
    }

    private static AlertBook book(boolean faults) {
        return new AlertBook(
                null,
                faults,
                true,
                Set.of(new AlertBook.Router(Subject.INSTANCE, "V"), new AlertBook.Router(Subject.GROUP, "V")),
                Map.of(),
                Map.of());
    }
}
