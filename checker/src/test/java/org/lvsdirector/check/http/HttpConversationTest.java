package org.lvsdirector.check.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.BodyPattern.Option;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.HttpProbe.Version;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;
import org.lvsdirector.check.stream.Turn;

class HttpConversationTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
    /** {@code printf 'hello\n' | md5sum}. */
    private static final String HELLO_DIGEST = "b1946ac92492d2347c6235b4d2611184";

    @ParameterizedTest
    @EnumSource
    void theRequestIsKeepaliveds(Version version) {
        String rest =
                switch (version) {
                    case HTTP_1_0 -> "0\r\nUser-Agent: KeepAliveClient\r\nHost: www.example.org\r\n\r\n";
                    case HTTP_1_0_CLOSE ->
                        "0\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\nHost: www.example.org\r\n\r\n";
                    case HTTP_1_1 ->
                        "1\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\nHost: www.example.org\r\n\r\n";
                };
        Turn turn = new HttpConversation(version, Urls.url("/a?b=c")).begin();
        assertNull(turn.verdict());
        assertEquals(
                "GET /a?b=c HTTP/1." + rest,
                StandardCharsets.ISO_8859_1.decode(turn.toSend()).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "299, true",
        "404, false",
        "199, false",
        "300, false",
        "503, false",
    })
    void onlySuccessIsRightUnlessSaidOtherwise(int status, boolean right) {
        String answer = "HTTP/1.0 " + status + " Words\r\n\r\n";
        assertEquals(right ? "" : "HTTP status code " + status, hear(Urls.url("/"), answer));
    }

    @Test
    void statusCodesCanBeChosen() {
        List<StatusCodes> codes = List.of(new StatusCodes(301, 302), new StatusCodes(404, 404));
        HttpUrl url = new HttpUrl("/", "h", null, codes, null, null);
        assertEquals("", hear(url, "HTTP/1.0 302 Found\r\n\r\n"));
        assertEquals("", hear(url, "HTTP/1.0 404\r\n\r\n"));
        assertEquals("HTTP status code 200", hear(url, OK));
    }

    @Test
    void theDigestIsThatOfTheBodyHoweverItComes() {
        HttpUrl url = Urls.url("/", HELLO_DIGEST, null);
        byte[] answer = (OK + "hello\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int split = 1; split < answer.length; split++) {
            assertEquals("", hear(url, Arrays.copyOf(answer, split), Arrays.copyOfRange(answer, split, answer.length)));
        }
        assertEquals("MD5 digest d41d8cd98f00b204e9800998ecf8427e", hear(url, OK));
        assertEquals("MD5 digest 09f7e02f1290be211da707a266f153b3", hear(url, OK + "Hello\n"));
    }

    @Test
    void anAnnouncedLengthEndsTheAnswerAndTheDigest() {
        HttpConversation conversation = new HttpConversation(Version.HTTP_1_1, Urls.url("/", HELLO_DIGEST, null));
        Turn first = conversation.received(bytes("HTTP/1.1 200 OK\r\ncontent-LENGTH:  6\r\n\r\nhel"));
        assertNull(first.verdict());
        assertEquals(
                Cause.ANSWERED, conversation.received(bytes("lo\n and more")).verdict());
    }

    @Test
    void withoutAnnouncementTheEndOfTheStreamDecides() {
        HttpConversation conversation = new HttpConversation(Version.HTTP_1_0, Urls.url("/"));
        assertNull(conversation.received(bytes(OK + "body")).verdict());
        assertEquals(Cause.ANSWERED, conversation.ended().verdict());
    }

    @Test
    void bareLineFeedsAreUnderstood() {
        assertEquals("", hear(Urls.url("/", HELLO_DIGEST, null), "HTTP/1.0 200 OK\nServer: x\n\nhello\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            220 mail.example.org ESMTP~~      | the answer is no HTTP
            HTTP/1.1~~                        | the answer is no HTTP
            HTTP/1.1 20 OK~~                  | the answer is no HTTP
            HTTP/1.1 2000 OK~~                | the answer is no HTTP
            HTTP/1.1 abc~~                    | the answer is no HTTP
            HTTP/1.1 200 OK~Server: x~        | the connection ended before an answer came
            HTTP/1.1 200 OK                   | the connection ended before an answer came
            """)
    void whatIsNoAnswer(String answer, String detail) {
        assertEquals(detail, hear(Urls.url("/"), answer.replace("~", "\r\n")));
    }

    @Test
    void nothingAtAllIsABrokenConnection() {
        assertEquals(
                Cause.BROKEN,
                new HttpConversation(Version.HTTP_1_0, Urls.url("/")).ended().verdict());
    }

    @Test
    void headersWithoutEndAreNonsense() {
        HttpConversation conversation = new HttpConversation(Version.HTTP_1_0, Urls.url("/"));
        Turn turn = conversation.begin();
        for (int i = 0; i < 5_000 && turn.verdict() == null; i++) {
            turn = conversation.received(bytes("X-Header: " + i + " and so on\r\n"));
        }
        assertEquals(Cause.WRONG_ANSWER, turn.verdict());
    }

    /** Whatever a server sends, the conversation comes to a verdict and not to an exception. */
    @Test
    void anyBytesAreAnswered() {
        Random random = new Random(7);
        BodyPattern pattern = pattern("a+b", Set.of(), true, 0, Long.MAX_VALUE);
        for (int round = 0; round < 5_000; round++) {
            byte[] answer = (OK + "aaab").getBytes(StandardCharsets.ISO_8859_1);
            for (int i = random.nextInt(4); i > 0; i--) {
                answer[random.nextInt(answer.length)] = (byte) random.nextInt();
            }
            hear(Urls.url("/", null, pattern), Arrays.copyOf(answer, random.nextInt(answer.length + 1)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ell      |                   | true
            ELL      |                   | false
            ELL      | CASELESS          | true
            ^world   |                   | false
            ^world   | MULTILINE         | true
            o.w      |                   | false
            o.w      | DOTALL            | true
            e l l    | EXTENDED          | true
            d[ #]g   | EXTENDED          | true
            gr.*n$   |                   | true
            grün     | UTF               | true
            gr.n     | UTF               | true
            gr.n     |                   | false
            gr..n    |                   | true
            [[:lower:]]{5}\\n | | true
            [[:digit:]] |                | false
            [^[:^alpha:]\\s]ello | | true
            hello[]w] |                  | false
            h[el[]+o |                   | true
            hello[]  | ALLOW_EMPTY_CLASS | false
            hello[^]w | ALLOW_EMPTY_CLASS | true
            [^e]$    | DOLLAR_ENDONLY    | true
            n$       | DOLLAR_ENDONLY    | false
            world    | FIRSTLINE         | false
            o.*      | FIRSTLINE         | true
            (l+)(?=l) | UNGREEDY         | true
            ^h.+(o)  | UNGREEDY          | true
            \\Q[\\E  |                   | false
            """)
    void expressionsAndTheirOptions(String regex, String options, boolean found) {
        Set<Option> set = options == null ? Set.of() : Set.of(Option.valueOf(options));
        String body = new String("hello\nworld grün\n".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(
                found ? "" : "no match of the regular expression",
                hear(Urls.url("/", null, pattern(regex, set, true, 0, Long.MAX_VALUE)), OK + body));
        assertEquals(
                found ? "the regular expression matches" : "",
                hear(Urls.url("/", null, pattern(regex, set, false, 0, Long.MAX_VALUE)), OK + body));
    }

    @ParameterizedTest
    @CsvSource({
        // abcabc: where "abc" may begin
        "0, 0, true",
        "1, 3, true",
        "1, 2, false",
        "4, 9, false",
        "3, 3, true",
    })
    void offsetsBoundWhereAMatchBegins(long least, long greatest, boolean found) {
        HttpUrl url = Urls.url("/", null, pattern("abc", Set.of(), true, least, greatest));
        assertEquals(found ? "" : "no match of the regular expression", hear(url, OK + "abcabc"));
    }

    @Test
    void whatStandsBeforeTheOffsetCanBeLookedBackAt() {
        HttpUrl url = Urls.url("/", null, pattern("(?<=x)abc", Set.of(), true, 1, 1));
        assertEquals("", hear(url, OK + "xabc"));
    }

    @Test
    void anExpressionThatBacktracksWithoutEndIsGivenUp() {
        HttpUrl url = Urls.url("/", null, pattern("a*a*a*a*b", Set.of(), true, 0, Long.MAX_VALUE));
        assertEquals("the regular expression takes too long on this answer", hear(url, OK + "a".repeat(2_000) + "c"));
    }

    private static BodyPattern pattern(String regex, Set<Option> options, boolean wanted, long least, long greatest) {
        return new BodyPattern(regex, options, wanted, least, greatest);
    }

    private static String hear(HttpUrl url, String answer) {
        return hear(url, answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What is wrong with an answer; empty if nothing is. */
    private static String hear(HttpUrl url, byte[]... parts) {
        HttpConversation conversation = new HttpConversation(Version.HTTP_1_0, url);
        Turn turn = conversation.begin();
        for (byte[] part : parts) {
            if (turn.verdict() == null && part.length > 0) {
                turn = conversation.received(ByteBuffer.wrap(part));
            }
        }
        Turn last = turn.verdict() == null ? conversation.ended() : turn;
        assertEquals(last.detail().isEmpty() ? Cause.ANSWERED : last.verdict(), last.verdict());
        return last.detail();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
