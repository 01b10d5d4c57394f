package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SpellingsTest {
    private final Spellings spellings = new Spellings();

    @Test
    void oneNumberForOneSpellingHoweverMany() {
        int words = 20_000;
        for (int i = 0; i < words; i++) {
            assertEquals(i, spell("word" + i));
        }
        for (int i = 0; i < words; i++) {
            assertEquals(i, spell("word" + i));
            assertEquals("word" + i, spellings.word(i));
        }
    }

    @Test
    void theSameHashIsNotTheSameWord() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertNotEquals(spell("Aa"), spell("BB"));
        assertNotEquals(spell(""), spell("Aa"));
    }

    @Test
    void aWordIsAStretchOfALine() {
        String line = "weight 10 weight";
        int first = spellings.of(line, 0, 6);
        assertEquals("weight", spellings.word(first));
        assertEquals(first, spellings.of(line, 10, 16));
        assertSame(spellings.word(first), spellings.word(spell("weight")));
    }

    private int spell(String word) {
        return spellings.of(word, 0, word.length());
    }
}
