package org.lvsdirector.config.keyword;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table against what is known of keepalived, and against the code that reads it. */
class KeywordTableTest {
    private final KeywordTable table = KeywordTable.load();

    /** keepalived's 419 words by block, as counted in its sources; of the include words there are six spellings, not five. */
    @Test
    void hasEveryWordOfKeepalived() {
        Map<String, Integer> expected = new TreeMap<>();
        expected.put("root", 25);
        expected.put("file", 6);
        expected.put("global_defs", 140);
        expected.put("vrrp_instance", 70);
        expected.put("authentication", 2);
        expected.put("auth_hmac", 5);
        expected.put("vrrp_sync_group", 15);
        expected.put("vrrp_script", 8);
        expected.put("vrrp_track_process", 9);
        expected.put("track_file", 3);
        expected.put("track_group", 1);
        expected.put("garp_group", 4);
        expected.put("bfd_instance", 15);
        expected.put("SSL", 4);
        expected.put("virtual_server", 39);
        expected.put("real_server", 16 + 10);
        expected.put("check_connection", 7);
        expected.put("check_schedule", 6);
        expected.put("HTTP_GET", 7);
        expected.put("SSL_GET", 1);
        expected.put("url", 10);
        expected.put("ssl_url", 1);
        expected.put("DNS_CHECK", 2);
        expected.put("SMTP_CHECK", 2);
        expected.put("MISC_CHECK", 4);
        expected.put("UDP_CHECK", 4);
        expected.put("FILE_CHECK", 2);
        expected.put("BFD_CHECK", 2);
        Map<String, Integer> found = new TreeMap<>();
        keepalivedRows()
                .collect(groupingBy(Keyword::block, counting()))
                .forEach((block, count) -> found.put(block, count.intValue()));
        assertEquals(expected, found);
        assertEquals(419 + 1, keepalivedRows().count());
    }

    @Test
    void tellsTheWordsThatAreNewerThan227() {
        Set<String> newer = keepalivedRows()
                .filter(row -> !row.since().equals("2.2.7") && !row.word().equals("key"))
                .map(Keyword::word)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        ("active_key anti_replay auth_hmac dbus_no_interface_name iproute_etc_dir iproute_usr_dir json_dump_file"
                                        + " json_version mode multihop no_virtual_ipaddress owner_ignore_adverts set_supplementary_groups"
                                        + " sni_name snmp_rs_stats_update_interval snmp_vs_stats_update_interval state_dump_file"
                                        + " stats_dump_file thread_timer_expired time_window timer_expired_backup tls_compliant"
                                        + " use_symlink_paths v3_checksum_as_v2 vrrp_delay_after_boot vrrp_owner_ignore_adverts")
                                .split(" "))),
                newer);
    }

    @Test
    void addsAFewWordsOfItsOwn() {
        assertEquals(
                List.of(
                        "arbiter",
                        "healthy_floor",
                        "hold_down",
                        "hold_down_max",
                        "lvs_reconcile",
                        "lvs_sysctl",
                        "nb_get_retry",
                        "rise",
                        "share_checks",
                        "slow_start",
                        "smtp_ca",
                        "smtp_password_file",
                        "smtp_starttls",
                        "smtp_user",
                        "verify",
                        "vip_check",
                        "vip_check_marks",
                        "vrrp_address_probe",
                        "vrrp_notify_conflicts",
                        "vrrp_restore_addresses"),
                table.rows().stream()
                        .filter(row -> row.since().equals(Keyword.OURS))
                        .map(Keyword::word)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void eachWordStandsOnceInItsBlock() {
        Map<String, Long> rows = table.rows().stream()
                .filter(row -> row.type() != ValueType.ALSO)
                .collect(groupingBy(row -> row.block() + " " + row.word(), counting()));
        assertEquals(
                List.of(),
                rows.entrySet().stream().filter(entry -> entry.getValue() > 1).toList());
    }

    @Test
    void aliasesStandForBuiltWordsOfTheSameBlockWhereTheyAreBuilt() {
        for (Keyword row : table.rows()) {
            if (row.isAlias() && row.built()) {
                assertTrue(table.block(row.block()).get(row.canonical()).built(), row.toString());
            }
        }
    }

    @Test
    void numericDefaultsLieWithinTheirRange() {
        for (Keyword row : table.rows()) {
            boolean number = Set.of(ValueType.INT, ValueType.SECONDS).contains(row.type());
            boolean literal =
                    !row.defaultValue().isEmpty() && !row.defaultValue().startsWith("=");
            if (number && literal) {
                assertTrue(row.bounds().contain(Long.parseLong(row.defaultValue())), row.toString());
            }
            if (number) {
                assertNotEquals(Bounds.NONE, row.bounds(), row.toString());
            }
        }
    }

    @Test
    void checkersShareTheirWords() {
        assertEquals(16 + 2, table.block("TCP_CHECK").all().size());
        assertEquals(9 + 4, table.block("MISC_CHECK").all().size());
        assertEquals(16 + 10, table.block("SSL_GET").all().size());
        assertEquals("ssl_url", table.block("SSL_GET").get("url").range());
        assertEquals(11, table.block("ssl_url").all().size());
    }

    @Test
    void knowsWhichBlocksStandOutermost() {
        assertTrue(table.opensOutermost("vrrp_instance"));
        assertTrue(table.opensOutermost("virtual_server"));
        assertEquals(false, table.opensOutermost("track_file"), "instances have one too");
        assertEquals(false, table.opensOutermost("real_server"));
        assertEquals(false, table.opensOutermost("instance"), "takes no block");
    }

    /** A word may only be called built if some reader asks for it. */
    @Test
    void everyBuiltWordIsRead() throws IOException {
        String sources = sourcesOf(Path.of("src/main/java/org/lvsdirector/config/read"))
                + sourcesOf(Path.of("src/main/java/org/lvsdirector/config/syntax"));
        List<String> unread = table.rows().stream()
                .filter(row -> row.built() && row.type() != ValueType.INCLUDE)
                .map(Keyword::canonical)
                .filter(word -> !sources.contains('"' + word + '"'))
                .toList();
        assertEquals(List.of(), unread);
    }

    private static String sourcesOf(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private Stream<Keyword> keepalivedRows() {
        return table.rows().stream().filter(row -> row.isWord() && !row.since().equals(Keyword.OURS));
    }
}
