package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.StartWord;

/** The words that say where the director works and where its files and firewall are: all of that is settled when it starts. */
final class StartWordsReader {
    private static final List<String> OF_THE_ROOT = List.of("net_namespace", "net_namespace_ipvs", "instance");
    private static final List<String> OF_GLOBAL_DEFS =
            List.of("nftables", "nftables_priority", "nftables_counters", "vrrp_iptables");

    /** Whether there are chains holds from the start on; other chains are taken at once. */
    private static final List<String> SETTLED_AS_A_WHOLE = List.of("vrrp_iptables");

    private StartWordsReader() {}

    static List<StartWord> read(Block root, Block globals) {
        List<StartWord> words = new ArrayList<>();
        OF_THE_ROOT.forEach(word -> add(root.last(word), words));
        OF_GLOBAL_DEFS.forEach(word -> add(globals.last(word), words));
        return words;
    }

    private static void add(@Nullable Entry entry, List<StartWord> words) {
        if (entry != null) {
            String value = IntStream.range(
                            0, SETTLED_AS_A_WHOLE.contains(entry.keyword().word()) ? 0 : entry.argumentCount())
                    .mapToObj(entry::argument)
                    .collect(Collectors.joining(" "));
            // To say what counts anyway is to change nothing.
            if (value.isEmpty() || !value.equals(entry.keyword().defaultValue())) {
                words.add(new StartWord(entry.keyword().word(), value, entry.place()));
            }
        }
    }
}
