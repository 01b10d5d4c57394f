package org.lvsdirector.control.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of an instance. */
class InstanceFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void allStandBesideThePidFileUnderItsName() {
        InstanceFiles files = new InstanceFiles(Path.of("/run/x/web.pid"));
        assertEquals(Path.of("/run/x/web.sock"), files.socket());
        assertEquals(Path.of("/run/x/web.addresses"), files.addressLedger());
        assertEquals(Path.of("/run/x/web.table"), files.tableLedger());
        assertEquals(Path.of("/run/x/web.vrrp.pid"), files.childPidFile("vrrp"));
        assertEquals(Path.of("/run/x/web.sock"), new InstanceFiles(Path.of("/run/x/web")).socket());
    }

    @Test
    void aSocketPathMayHaveHundredAndSevenBytes() {
        String folders = "/" + "d".repeat(101);
        assertTrue(
                new InstanceFiles(Path.of(folders, "a.pid")).socketPathFits() == (folders + "/a.sock").length() <= 107);
        assertTrue(new InstanceFiles(Path.of("/" + "d".repeat(99), "a.pid")).socketPathFits());
        assertFalse(new InstanceFiles(Path.of("/" + "d".repeat(100), "a.pid")).socketPathFits());
    }

    @Test
    void aTakenPidFileNamesThisProcessAndGoesWithIt() throws IOException {
        Path path = folder.resolve("deep/director.pid");
        try (PidFile taken = PidFile.take(path, 4711).orElseThrow()) {
            assertEquals(path, taken.path());
            assertEquals("4711\n", Files.readString(path));
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void aStalePidFileIsHarmless() throws IOException {
        Path path = folder.resolve("director.pid");
        Files.writeString(path, "1\nand a longer rest than before\n");
        try (PidFile taken = PidFile.take(path, 4711).orElseThrow()) {
            assertEquals("4711\n", Files.readString(taken.path()));
        }
    }

    @Test
    void instancesOfOneConfigurationFileAreSetApartByTheirNames() {
        assertEquals(
                InstanceFiles.DEFAULT_PID_FILE, InstanceFiles.named(null, null).pidFile());
        assertEquals(
                Path.of("/run/lvs-director/director_blue_one.sock"),
                InstanceFiles.named("blue", "one").socket());
        assertEquals(
                Path.of("/run/lvs-director/director_one.vrrp.pid"),
                InstanceFiles.named(null, "one").childPidFile("vrrp"));
    }

    @Test
    void whatIsNoNumberIsNoPid() throws IOException {
        assertEquals(Optional.empty(), PidFile.read(folder.resolve("absent")));
        Path path = Files.writeString(folder.resolve("odd"), "x\n");
        assertEquals(Optional.empty(), PidFile.read(path));
        PidFile.tell(path, 12);
        assertEquals(Optional.of(12L), PidFile.read(path));
    }

    @Test
    void theAddressLedgerSurvivesAndForgivesACutLine() throws IOException {
        AddressLedger ledger = new AddressLedger(folder.resolve("director.addresses"));
        assertEquals(List.of(), ledger.read());
        List<AddressLedger.Entry> entries = List.of(
                new AddressLedger.Entry("eth0", InetAddress.getByName("192.168.1.100"), 32),
                new AddressLedger.Entry("eth0.7", InetAddress.getByName("2001:db8::1"), 64));
        ledger.write(entries);
        assertEquals(entries, ledger.read());
        Path file = folder.resolve("director.addresses");
        Files.writeString(file, Files.readString(file) + "eth0 192.168.1.1\ngarbage\neth0 host/32");
        assertEquals(entries, ledger.read());
        ledger.clear();
        assertEquals(List.of(), ledger.read());
    }
}
