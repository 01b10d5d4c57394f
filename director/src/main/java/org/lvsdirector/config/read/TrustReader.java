package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.HmacConfig;
import org.lvsdirector.config.TrustConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourceLoader;

/** Whom an instance believes. */
final class TrustReader {
    private final HmacReader hmac;
    private final Problems problems;

    TrustReader(Blocks blocks, SourceLoader loader, Problems problems) {
        this.hmac = new HmacReader(blocks, loader, problems);
        this.problems = problems;
    }

    TrustConfig read(Block instance, String name, boolean strict, Duration interval) {
        HmacConfig signing = hmac.read(instance, name, strict, interval);
        Entry other = instance.last("authentication");
        if (signing != null && other != null) {
            problems.warning(
                    other.place(),
                    "auth_hmac takes the place of this block in '" + name + "'",
                    "remove the block, on all routers of the group");
        }
        return new TrustConfig(signing, arbiter(instance));
    }

    private List<InetAddress> arbiter(Block instance) {
        List<InetAddress> hosts = new ArrayList<>();
        Entry entry = instance.last("arbiter");
        if (entry == null) {
            return hosts;
        }
        for (int index = 0; index < Math.max(1, entry.argumentCount()); index++) {
            String text = entry.argument(index);
            InetAddress host = text == null ? null : Addresses.parse(text);
            if (host == null) {
                problems.error(
                        entry.placeOf(index),
                        text == null ? "'arbiter' needs a value" : "arbiter '" + text + "' is no IPv4 or IPv6 address",
                        "write addresses of hosts on the instance's own network, such as its gateway");
            } else {
                hosts.add(host);
            }
        }
        return hosts;
    }
}
