package org.lvsdirector.check.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;

/** URLs and web checks for tests. */
public final class Urls {
    private Urls() {}

    public static HttpUrl url(String path) {
        return url(path, null, null);
    }

    static HttpUrl url(String path, @Nullable String digest, @Nullable BodyPattern pattern) {
        return new HttpUrl(path, "www.example.org", null, List.of(StatusCodes.SUCCESSFUL), digest, pattern);
    }

    public static HttpProbe probe(ConnectOptions connect, boolean fastRecovery, String... paths) {
        List<HttpUrl> urls = List.of(paths).stream().map(Urls::url).toList();
        return new HttpProbe(connect, null, HttpProbe.Version.HTTP_1_0, urls, fastRecovery);
    }
}
