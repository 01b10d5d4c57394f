package org.lvsdirector.check.http;

import java.nio.ByteBuffer;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/** Asks for one URL and judges the answer, once all of it is there. */
final class HttpConversation implements Conversation {
    private final HttpProbe.Version version;
    private final HttpUrl url;
    private final HttpResponse response;

    HttpConversation(HttpProbe.Version version, HttpUrl url) {
        this.version = version;
        this.url = url;
        BodyPattern pattern = url.pattern();
        this.response = new HttpResponse(url.digest() != null, pattern == null ? 0 : BodySearch.LONGEST);
    }

    @Override
    public Turn begin() {
        boolean close = version != HttpProbe.Version.HTTP_1_0;
        return Turn.say("GET " + url.path() + " HTTP/1." + (version == HttpProbe.Version.HTTP_1_1 ? "1" : "0")
                + "\r\nUser-Agent: KeepAliveClient\r\n" + (close ? "Connection: close\r\n" : "") + "Host: "
                + url.host() + "\r\n\r\n");
    }

    @Override
    public Turn received(ByteBuffer bytes) {
        response.take(bytes);
        if (response.isNonsense()) {
            return Turn.failed(Cause.WRONG_ANSWER, "the answer is no HTTP");
        }
        return response.isComplete() ? verdict() : Turn.listen();
    }

    @Override
    public Turn ended() {
        return response.hasHead() ? verdict() : Turn.failed(Cause.BROKEN, "the connection ended before an answer came");
    }

    private Turn verdict() {
        if (!url.accepts(response.status())) {
            return wrong("HTTP status code " + response.status());
        }
        String digest = response.digest();
        if (url.digest() != null && !url.digest().equals(digest)) {
            return wrong("MD5 digest " + digest);
        }
        BodyPattern pattern = url.pattern();
        if (pattern != null) {
            BodySearch.Result found = BodySearch.search(pattern, response.body());
            if (found == BodySearch.Result.TOO_COSTLY) {
                return wrong("the regular expression takes too long on this answer");
            }
            if ((found == BodySearch.Result.FOUND) != pattern.wanted()) {
                return wrong(
                        pattern.wanted() ? "no match of the regular expression" : "the regular expression matches");
            }
        }
        return Turn.well();
    }

    private static Turn wrong(String detail) {
        return Turn.failed(Cause.WRONG_ANSWER, detail);
    }
}
