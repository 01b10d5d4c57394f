package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.StartWord;
import org.lvsdirector.config.syntax.SourcePlace;

/** What is said of words that only a start heeds. */
class StartWordsTest {
    private static StartWord word(String word, String value) {
        return new StartWord(word, value, new SourcePlace("x.conf", 3, 1));
    }

    private final StartWords begun = new StartWords(List.of(word("instance", "one"), word("nftables", "")));

    @Test
    void nothingIsSaidOfWhatIsAsItWas() {
        assertEquals(List.of(), begun.changes(List.of(word("nftables", ""), word("instance", "one"))));
    }

    @Test
    void eachChangeIsNamedWithItsPlace() {
        assertEquals(
                List.of(
                        "x.conf:3:1: instance is 'two', and the director started with it 'one': restart the director"
                                + " for that",
                        "x.conf:3:1: net_namespace is 'red', and the director started with it not set: restart the"
                                + " director for that",
                        "nftables is not set, and the director started with it set: restart the director for that"),
                begun.changes(List.of(word("net_namespace", "red"), word("instance", "two"))));
    }
}
