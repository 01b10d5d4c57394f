package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.HttpUrl.StatusCodes;
import org.lvsdirector.config.syntax.Problems;

/** {@code url} blocks of web checks. */
final class UrlReader {
    private static final int LEAST_STATUS = 100;
    private static final int GREATEST_STATUS = 599;

    private final BodyPatternReader patterns;
    private final Problems problems;

    UrlReader(Problems problems) {
        this.patterns = new BodyPatternReader(problems);
        this.problems = problems;
    }

    /**
     * What a URL takes from its check.
     *
     * @param usual whom to ask for where the URL does not say
     * @param serverNames null: the handshake names nobody
     */
    record Hosts(String usual, @Nullable ServerNames serverNames) {}

    /**
     * Whom a TLS handshake names.
     *
     * @param fixed for all URLs; null: the URL's own host
     * @param usual where the URL has none either; null: nobody
     */
    record ServerNames(@Nullable String fixed, @Nullable String usual) {}

    /** One URL; null, and a report, if it has no path. */
    @Nullable
    HttpUrl read(Block block, Hosts hosts) {
        String path = block.text("path");
        if (!block.has("path")) {
            problems.error(block.place(), "this url has no path", "add a line: path /");
        }
        String host = block.text("virtualhost");
        List<StatusCodes> codes = statusCodes(block);
        String digest = digest(block);
        var pattern = patterns.read(block);
        String serverName = serverName(block, hosts.serverNames(), host);
        return path == null
                ? null
                : new HttpUrl(path, host == null ? hosts.usual() : host, serverName, codes, digest, pattern);
    }

    private @Nullable String serverName(Block block, @Nullable ServerNames names, @Nullable String own) {
        if (names == null) {
            return null;
        }
        String host = names.fixed() != null ? names.fixed() : own != null ? own : names.usual();
        if (host == null) {
            return null;
        }
        String name = host.replaceFirst(":[0-9]+$", "");
        if (Addresses.parse(name) != null
                || !name.matches("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?([.][A-Za-z0-9_-]+)*")) {
            problems.warning(
                    block.place(),
                    "'" + host + "' cannot be named in a TLS handshake",
                    "use sni_name, with a host name");
            return null;
        }
        return name;
    }

    private List<StatusCodes> statusCodes(Block block) {
        List<StatusCodes> codes = new ArrayList<>();
        for (Entry entry : block.all("status_code")) {
            for (int i = 0; i < entry.argumentCount(); i++) {
                String text = String.valueOf(entry.argument(i));
                StatusCodes run = statusCodes(text);
                if (run == null) {
                    problems.error(
                            entry.placeOf(i),
                            "'" + text + "' is no status code and no run of them",
                            "write numbers from 100 to 599 or runs such as 200-299");
                } else {
                    codes.add(run);
                }
            }
        }
        return codes.isEmpty() ? List.of(StatusCodes.SUCCESSFUL) : codes;
    }

    private static @Nullable StatusCodes statusCodes(String text) {
        int dash = text.indexOf('-');
        OptionalLong first = Values.whole(dash < 0 ? text : text.substring(0, dash));
        OptionalLong last = dash < 0 ? first : Values.whole(text.substring(dash + 1));
        boolean good = first.isPresent()
                && last.isPresent()
                && LEAST_STATUS <= first.getAsLong()
                && first.getAsLong() <= last.getAsLong()
                && last.getAsLong() <= GREATEST_STATUS;
        return good ? new StatusCodes((int) first.getAsLong(), (int) last.getAsLong()) : null;
    }

    private @Nullable String digest(Block block) {
        Entry entry = block.last("digest");
        String text = block.text("digest");
        if (entry == null || text == null) {
            return null;
        }
        String digest = text.toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{32}")) {
            problems.error(
                    entry.placeOf(0),
                    "digest '" + text + "' is no MD5 digest",
                    "write the 32 hexadecimal digits that genhash prints");
            return null;
        }
        return digest;
    }
}
