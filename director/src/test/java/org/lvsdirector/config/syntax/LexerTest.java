package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words, quotes, comments and their columns. */
class LexerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a b c                   | a(b,c)
            `  a	b  `               | a(b)
            a # b                   | a
            a ! b                   | a
            a b#c                   | a(b)
            a b!c                   | a(b)
            a b\\#c                 | a(b#c)
            a b\\!c\\#              | a(b!c#)
            a b\\c                  | a(b\\c)
            a "b c" d               | a(b c,d)
            a "b # c"               | a(b # c)
            a "b { c }"             | a(b { c })
            a b"c d"e               | a(b,c d,e)
            a 'b c'                 | a('b,c')
            a it's                  | a(it's)
            # whole line            | ``
            ! whole line            | ``
            注释 名字 # 备注         | 注释(名字)
            """)
    void cutsWords(String line, String shape) {
        assertEquals(shape, Trees.shape(line));
    }

    /** It is told of, and read as text. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $undefined a            | $undefined(a)
            a ${B} b${C}d           | a(${B},b${C}d)
            a "x ${B} y"            | a(x ${B} y)
            """)
    void aVariableThatNobodyDefinedIsText(String line, String shape) {
        assertEquals(shape, Trees.read(line).shape());
    }

    @Test
    void anEmptyQuotedWordIsAWord() {
        assertEquals("", Trees.read("a \"\"").tree().get(0).arguments().get(0).text());
    }

    @Test
    void carriageReturnsAndByteOrderMarkAreNoText() {
        assertEquals("a(b);c", Trees.shape("\uFEFFa b\r\nc\r\n"));
    }

    @Test
    void columnsCountCharactersFromOne() {
        Directive directive = Trees.read("\t名字 \"两 个\" x😀y z").tree().get(0);
        assertEquals(2, directive.place().column());
        assertEquals(
                List.of(5, 11, 15),
                directive.arguments().stream()
                        .map(word -> word.place().column())
                        .toList());
    }

    @Test
    void aLoneQuoteTakesTheRestOfTheLine() {
        Trees.Outcome outcome = Trees.read("a\n b \"c d # e\nf");
        assertEquals("a;b(c d # e);f", outcome.shape());
        assertEquals(List.of("2:4 the quote that opens here is not closed on this line"), outcome.messages());
    }

    @Test
    void aBackslashJoinsLinesAndPlacesStayTrue() {
        Trees.Outcome outcome = Trees.read("a b \\\n  c \\\r\n d\ne");
        assertEquals("a(b,c,d);e", outcome.shape());
        List<Word> words = outcome.tree().get(0).arguments();
        assertEquals(new Word("c", new SourcePlace(Trees.FILE, 2, 3)), words.get(1));
        assertEquals(new Word("d", new SourcePlace(Trees.FILE, 3, 2)), words.get(2));
        assertEquals(4, outcome.tree().get(1).place().line());
    }

    @Test
    void aBackslashInACommentJoinsNothing() {
        assertEquals("a;b", Trees.shape("a # c \\\nb"));
    }

    @Test
    void rawArgumentsKeepQuotesAndEndAtCommentOrBrace() {
        assertEquals(
                " \"x y\" 'z' ",
                Trees.read("script \"x y\" 'z' # c").tree().get(0).rawArguments());
        Directive block = Trees.read("a { script \"x\" }").tree().get(0);
        assertEquals(" \"x\" ", block.children().get(0).rawArguments());
    }

    @Test
    void aLineOfManyWordsTakesTimeInProportion() {
        String line = "文 ".repeat(200_000);
        List<Word> words = Trees.read(line).tree().get(0).arguments();
        assertEquals(199_999, words.size());
        assertEquals(399_999, words.get(199_998).place().column());
    }
}
