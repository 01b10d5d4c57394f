package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of departures from keepalived, against the table of keywords. */
class DeparturesTest {
    /** Words that are being built. */
    private static final Set<String> PENDING =
            Set.of(("checker_cpu_affinity checker_no_swap checker_priority checker_process_name checker_rlimit_rtime"
                            + " checker_rlimit_rttime checker_rt_priority child_wait_time data_use_instance group include_check"
                            + " instance iproute_etc_dir iproute_usr_dir json_dump_file json_version lvs_process_name"
                            + " lvs_sync_daemon_interface max_auto_priority min_auto_priority_delay net_namespace"
                            + " net_namespace_ipvs nftables nftables_counters nftables_ifindex nftables_priority process_name"
                            + " process_names random_seed reload_file reload_repeat reload_time_file rs_init_notifies"
                            + " shutdown_script shutdown_script_timeout startup_script startup_script_timeout state_dump_file"
                            + " stats_dump_file track_group umask use_pid_dir vrrp_process_name")
                    .split(" "));

    private final KeywordTable table = KeywordTable.load();
    private final Departures departures = Departures.load();

    @Test
    void everyWordWithoutEffectHasItsReason() {
        Set<String> silent = table.rows().stream()
                .filter(row -> row.isWord() && !row.built() && !PENDING.contains(row.word()))
                .filter(row -> departures
                        .of(row)
                        .filter(departure -> departure.kind() == Departure.Kind.NONE)
                        .isEmpty())
                .map(DeparturesTest::place)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), silent);
    }

    @Test
    void noBuiltWordIsSaidToHaveNoEffect() {
        List<String> wronged = table.rows().stream()
                .filter(row -> row.isWord() && row.built())
                .filter(row -> departures
                        .of(row)
                        .filter(departure -> departure.kind() == Departure.Kind.NONE)
                        .isPresent())
                .map(DeparturesTest::place)
                .toList();
        assertEquals(List.of(), wronged);
    }

    @Test
    void everyDepartureIsThatOfAWordOfKeepalived() {
        Set<String> words = table.rows().stream()
                .filter(row -> row.isWord() && !row.since().equals(Keyword.OURS))
                .map(DeparturesTest::place)
                .collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(departures.places());
        others.removeAll(words);
        assertEquals(Set.of(), others);
    }

    private static String place(Keyword row) {
        return row.block() + ' ' + row.word();
    }
}
