package org.lvsdirector.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.plan.Tables;

class FileLedgerTest {
    private final Path folder;
    private final Path file;
    private final FileLedger ledger;

    FileLedgerTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("director.table");
        this.ledger = new FileLedger(file);
    }

    @Test
    void withoutAFileNothingIsOwned() {
        assertEquals(new OwnershipLedger.Reading(Ownership.NOTHING, List.of()), ledger.read());
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        ledger.write(Ownership.NOTHING);
        assertEquals(Ownership.NOTHING, ledger.read().ownership());
        ledger.write(example());
        assertEquals(new OwnershipLedger.Reading(example(), List.of()), ledger.read());
        assertEquals("""
                lvs-director table 1
                service tcp 192.0.2.1 80
                server 10.0.0.1 8080
                server 10.0.0.2 8080
                service sctp 2001:db8::1 0
                service fwmark 4294967295 ipv6
                server 2001:db8::2 0
                end 6
                """, Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is left beside it");
        }
    }

    @Test
    void aLedgerCutShortAnywhereIsNotBelieved() throws IOException {
        ledger.write(example());
        String text = Files.readString(file);
        for (int length = 0; length < text.length() - 1; length++) {
            Files.writeString(file, text.substring(0, length));
            assertBroken();
        }
    }

    @Test
    void nonsenseIsNotBelieved() throws IOException {
        for (String line : List.of(
                "service tcp 192.0.2.1",
                "service icmp 192.0.2.1 80",
                "service tcp www.example.org 80",
                "service tcp 999.0.2.1 80",
                "service tcp 192.0.2.1 65536",
                "service fwmark 0 ipv4",
                "service fwmark 1 ipx",
                "server 10.0.0.1 80",
                "garbage")) {
            Files.writeString(file, "lvs-director table 1\n" + line + "\nend 1\n");
            assertBroken();
        }
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertBroken();
    }

    @Test
    void aFileTooLargeIsNotRead() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        assertBroken();
    }

    @Test
    void aLedgerThatCannotBeWrittenSaysSo() {
        FileLedger nowhere = new FileLedger(folder.resolve("absent/director.table"));
        assertThrows(UncheckedIOException.class, () -> nowhere.write(example()));
    }

    private void assertBroken() {
        OwnershipLedger.Reading reading = ledger.read();
        assertEquals(Ownership.NOTHING, reading.ownership());
        assertEquals(1, reading.problems().size(), () -> "believed: " + reading);
        assertTrue(reading.problems().get(0).startsWith("Ledger " + file + " cannot be believed: "));
        assertFalse(
                reading.problems().get(0).contains("null"), reading.problems().get(0));
    }

    private static Ownership example() {
        Map<ServiceKey, Set<RealServerKey>> own = new LinkedHashMap<>();
        own.put(Tables.tcp("192.0.2.1", 80), ordered(Tables.key("10.0.0.1", 8080), Tables.key("10.0.0.2", 8080)));
        own.put(new ServiceKey.ByAddress(Protocol.SCTP, Tables.address("2001:db8::1"), 0), Set.of());
        own.put(new ServiceKey.ByFwmark(0xFFFF_FFFFL, AddressFamily.IPV6), Set.of(Tables.key("2001:db8::2", 0)));
        return new Ownership(own);
    }

    private static Set<RealServerKey> ordered(RealServerKey... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }
}
