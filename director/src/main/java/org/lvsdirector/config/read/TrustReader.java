package org.lvsdirector.config.read;

import java.time.Duration;
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
        return new TrustConfig(signing);
    }
}
