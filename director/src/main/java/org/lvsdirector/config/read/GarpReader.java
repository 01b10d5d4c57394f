package org.lvsdirector.config.read;

import java.time.Duration;
import org.lvsdirector.config.GarpConfig;

/** The {@code garp_...} words of an instance, with the global ones as defaults. */
final class GarpReader {
    private GarpReader() {}

    /** The schedule; in strict mode nothing answers a lower priority (the RFCs know no such announcement). */
    static GarpConfig read(Block block, GarpConfig usual, boolean strict) {
        return new GarpConfig(
                block.count("garp_master_repeat", usual.masterRepeat()),
                block.time("garp_master_delay", usual.masterDelay()),
                block.time("garp_master_refresh", usual.refresh()),
                block.count("garp_master_refresh_repeat", usual.refreshRepeat()),
                block.time("garp_lower_prio_delay", usual.lowerPriorityDelay()),
                strict ? 0 : block.count("garp_lower_prio_repeat", usual.lowerPriorityRepeat()),
                extra(block, "garp_extra_if", usual.extra()));
    }

    /** {@code WORD [all] SECONDS}. */
    static GarpConfig.Extra extra(Block block, String word, GarpConfig.Extra usual) {
        Entry entry = block.last(word);
        if (entry == null) {
            return usual;
        }
        boolean everywhere = "all".equals(entry.argument(0));
        long seconds = block.checked(entry, everywhere ? 1 : 0, 0);
        return new GarpConfig.Extra(Duration.ofSeconds(seconds), everywhere);
    }
}
