package org.lvsdirector.control.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.mail.AlertBook.Pool;
import org.lvsdirector.control.mail.AlertBook.Server;
import org.lvsdirector.control.mail.AlertBook.Words;

/** What is mailed of a pool with a server of two checks and one of one. */
class PoolLettersTest {
    private static final String VS = "[10.0.0.1]:tcp:80";
    private static final String A = "[10.0.0.2]:tcp:80";
    private static final String B = "[10.0.0.3]:tcp:80";
    private static final String TITLE = "Realserver " + A + " of virtual server " + VS + " - ";
    private static final Words TCP =
            new Words("=> TCP CHECK succeed on service <=", "=> TCP CHECK failed on service <=");
    private static final Words MISC =
            new Words("=> MISC CHECK succeed on service <=", "=> MISC CHECK failed on service <=");

    private final PoolLetters letters = new PoolLetters();

    @Test
    void aServerThatFallsIsMailedWithTheCheckThatFelledIt() {
        assertEquals(List.of(), check(A, 1, false), "the server's own letter follows");
        assertEquals(Optional.of(new Letter(TITLE + "DOWN", "=> MISC CHECK failed on service <=")), server(A, false));
        assertEquals(List.of(), check(A, 1, true));
        assertEquals(Optional.of(new Letter(TITLE + "UP", "=> MISC CHECK succeed on service <=")), server(A, true));
    }

    @Test
    void aCheckThatChangesNothingIsMailedByItself() {
        check(A, 1, false);
        assertEquals(List.of(new Letter(TITLE + "DOWN", "=> TCP CHECK failed on service <=")), check(A, 0, false));
        assertEquals(List.of(new Letter(TITLE + "DOWN", "=> TCP CHECK succeed on service <=")), check(A, 0, true));
        assertEquals(List.of(), letters.of(new CheckId(VS, A, 0), false, 0, book(false)), "no_checker_emails");
    }

    @Test
    void theSameAgainIsNoNews() {
        check(A, 1, false);
        check(A, 0, false);
        assertEquals(List.of(), check(A, 0, false));
    }

    @Test
    void aQuorumIsMailedWithItsWeights() {
        String title = "Virtualserver " + VS + " - ";
        assertEquals(
                Optional.of(new Letter(title + "UP", "=> Starting with quorum up 2+1=3 <= 4 <=")),
                quorum(true),
                "no check has said anything");
        check(B, 0, false);
        check(A, 0, false);
        assertEquals(Optional.of(new Letter(title + "DOWN", "=> Lost quorum 2-1=1 > 0 <=")), quorum(false));
        check(A, 0, true);
        assertEquals(Optional.of(new Letter(title + "UP", "=> Gained quorum 2+1=3 <= 3 <=")), quorum(true));
    }

    @Test
    void aCheckMadeForSeveralCountsForAll() {
        AlertBook book = new AlertBook(
                null,
                true,
                true,
                Set.of(),
                book(true).pools(),
                Map.of(new CheckId(VS, B, 0), List.of(new CheckId(VS, A, 0))));
        letters.of(new CheckId(VS, B, 0), false, 0, book);
        assertEquals(
                Optional.of(new Letter(TITLE + "DOWN", "=> TCP CHECK failed on service <=")),
                letters.of(new PoolEvent.ServerChanged(VS, A, false), false, book));
    }

    @Test
    void whatGoesSinceTheDirectorStopsIsToldSo() {
        assertEquals(
                Optional.of(new Letter(TITLE + "DOWN", "=> Shutting down <=")),
                letters.of(new PoolEvent.ServerChanged(VS, A, false), true, book(true)));
    }

    @Test
    void serversWithoutAlertsAndUnknownServicesAreSilent() {
        assertEquals(Optional.empty(), server(B, false));
        assertEquals(
                Optional.empty(),
                letters.of(new PoolEvent.ServerChanged("[10.9.9.9]:tcp:1", A, false), false, book(true)));
    }

    private List<Letter> check(String server, int position, boolean up) {
        return letters.of(new CheckId(VS, server, position), up, 0, book(true));
    }

    private Optional<Letter> server(String server, boolean up) {
        return letters.of(new PoolEvent.ServerChanged(VS, server, up), false, book(true));
    }

    private Optional<Letter> quorum(boolean up) {
        return letters.of(new PoolEvent.QuorumChanged(VS, up), false, book(true));
    }

    private static AlertBook book(boolean everyCheck) {
        Map<String, Server> servers =
                Map.of(A, new Server(true, 3, false, List.of(TCP, MISC)), B, new Server(false, 1, false, List.of(TCP)));
        return new AlertBook(null, true, everyCheck, Set.of(), Map.of(VS, new Pool(true, 2, 1, servers)), Map.of());
    }
}
