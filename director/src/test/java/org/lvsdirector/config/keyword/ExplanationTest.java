package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final KeywordTable table = KeywordTable.load();
    private final Meanings meanings = Meanings.load();
    private final Explanation explanation = new Explanation(table, meanings, Departures.load());

    @Test
    void tellsAllThatIsKnown() {
        assertEquals(List.of("""
                virtual_router_id  in vrrp_instance
                    number of the virtual router; the same on all its machines, and no other's on that network
                    value    a whole number from 1 to 255
                    since    keepalived 2.2.7
                """), explanation.of("virtual_router_id"));
    }

    @Test
    void aSharedWordNamesTheBlocksThatShareIt() {
        List<String> paragraphs = explanation.of("bindto");
        assertEquals(1, paragraphs.size());
        assertEquals(
                Set.of(
                        "HTTP_GET",
                        "SSL_GET",
                        "TCP_CHECK",
                        "SMTP_CHECK",
                        "host",
                        "DNS_CHECK",
                        "UDP_CHECK",
                        "PING_CHECK"),
                Set.of(paragraphs
                        .get(0)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .substring("bindto  in ".length())
                        .split(", ")));
    }

    @Test
    void aWordOfManyMeaningsHasAParagraphForEach() {
        assertEquals(
                List.of("alpha  in virtual_server", "alpha  in real_server", "alpha  in BFD_CHECK"),
                explanation.of("alpha").stream()
                        .map(paragraph -> paragraph.lines().findFirst().orElseThrow())
                        .filter(head -> !head.contains(","))
                        .toList());
    }

    @Test
    void aWordWithoutEffectHasItsReason() {
        assertEquals(List.of("""
                hashed  in virtual_server
                    accepted for old files; services are always hashed
                    value    none
                    since    keepalived 2.2.7
                    state    known, but it has no effect
                    reason   the kernel sets this flag itself for each service in its table, and takes it from nobody
                """), explanation.of("hashed"));
    }

    @Test
    void aWordThatDiffersSaysHow() {
        assertTrue(explanation.of("unicast_ttl").get(0).contains("    differs  255 is the default over IPv6 too\n"));
    }

    @Test
    void nothingIsKnownOfOtherWords() {
        assertEquals(List.of(), explanation.of("prioritty"));
    }

    @Test
    void everyWordHasItsMeaningAndNoMeaningIsWithoutAWord() {
        table.rows().stream().filter(Keyword::isWord).forEach(meanings::of);
        Set<String> words =
                table.rows().stream().map(row -> row.block() + ' ' + row.word()).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                meanings.places().stream()
                        .filter(place -> !words.contains(place))
                        .toList());
    }
}
