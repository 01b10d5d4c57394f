package org.lvsdirector.config.read;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.HttpProbe;
import org.lvsdirector.check.HttpUrl;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code HTTP_GET} and {@code SSL_GET} blocks. */
final class HttpCheckReader {
    private static final CheckOptionsReader.Defaults DEFAULTS =
            new CheckOptionsReader.Defaults(1, Duration.ofSeconds(3));

    private final Blocks blocks;
    private final CheckOptionsReader options;
    private final UrlReader urls;
    private final TlsReader tls;
    private final TlsSettings shared;
    private final Problems problems;

    HttpCheckReader(Blocks blocks, CheckOptionsReader options, TlsSettings shared, Problems problems) {
        this.blocks = blocks;
        this.options = options;
        this.urls = new UrlReader(problems);
        this.tls = new TlsReader(blocks, problems);
        this.shared = shared;
        this.problems = problems;
    }

    /** The check; null, and a report, if it has no URL. */
    @Nullable
    CheckerConfig read(Block block, CheckerReader.Subject subject, boolean encrypted) {
        CheckOptions common = options.read(block, subject, DEFAULTS);
        String own = block.has("virtualhost") ? block.text("virtualhost") : subject.virtualHost();
        UrlReader.Hosts hosts =
                new UrlReader.Hosts(own == null ? literal(common) : own, encrypted ? serverNames(block, own) : null);
        List<HttpUrl> found = new ArrayList<>();
        boolean orderlyClose = encrypted && block.bool("tls_compliant", false);
        for (Entry opener : block.all("url")) {
            Block inner = blocks.of(opener);
            HttpUrl url = urls.read(inner, hosts);
            if (url != null) {
                found.add(url);
            }
            orderlyClose |= encrypted && inner.bool("tls_compliant", false);
        }
        boolean fastRecovery = block.bool("fast_recovery", false);
        HttpProbe.Version version = version(block);
        if (found.isEmpty()) {
            if (!block.has("url")) {
                problems.error(block.place(), "this check asks for no URL", "add a block: url { path / }");
            }
            return null;
        }
        HttpProbe.Encryption encryption =
                encrypted ? new HttpProbe.Encryption(orderlyClose, tls.of(block, shared)) : null;
        return new CheckerConfig.Http(
                common, encryption, version, found, fastRecovery, block.bool("vip_check", false), block.place());
    }

    /** Whom the handshake asks for; null where it names nobody. */
    private static UrlReader.@Nullable ServerNames serverNames(Block block, @Nullable String virtualHost) {
        boolean asked = block.bool("enable_sni", false);
        String fixed = block.text("sni_name");
        return asked || fixed != null ? new UrlReader.ServerNames(fixed, virtualHost) : null;
    }

    private static HttpProbe.Version version(Block block) {
        String word = block.choice("http_protocol");
        return switch (word == null ? block.defaultOf("http_protocol") : word) {
            case "1.1" -> HttpProbe.Version.HTTP_1_1;
            case "1.0C" -> HttpProbe.Version.HTTP_1_0_CLOSE;
            default -> HttpProbe.Version.HTTP_1_0;
        };
    }

    /** Address and port as a request names them. */
    private static String literal(CheckOptions options) {
        InetAddress address = options.connectAddress();
        String text = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + options.connectPort();
    }
}
