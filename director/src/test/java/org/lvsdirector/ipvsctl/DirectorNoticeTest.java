package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.reconcile.FileLedger;
import org.lvsdirector.testing.Result;

/** Whose service a change was, told from the ledger that a director really writes. */
class DirectorNoticeTest {
    private static final String PID = "4711";

    private Path run = Path.of("");
    private Path processes = Path.of("");

    @BeforeEach
    void startDirector(@TempDir Path directory) throws IOException {
        run = Files.createDirectory(directory.resolve("run"));
        processes = Files.createDirectory(directory.resolve("proc"));
        Files.writeString(run.resolve("director.pid"), PID + "\n");
        Path process = Files.createDirectory(processes.resolve(PID));
        Files.writeString(process.resolve("cmdline"), "java\0-cp\0x\0org.lvsdirector.cli.DirectorMain\0run\0");
        Map<ServiceKey, Set<RealServerKey>> owned = Map.of(
                new ServiceKey.ByAddress(Protocol.TCP, IpAddresses.parse("10.0.0.1"), 80), Set.of(),
                new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("fd00::1"), 53), Set.of(),
                new ServiceKey.ByFwmark(300, AddressFamily.IPV6), Set.of());
        new FileLedger(run.resolve("director.table")).write(new Ownership(owned));
    }

    private Console console(Personality personality) {
        return Console.inMemory(personality).withDirectors(run, processes);
    }

    @Test
    void aChangeToAnOwnServiceIsNoted() {
        for (String service : new String[] {"-t 10.0.0.1:80", "-u [fd00::1]:53", "-f 300 -6"}) {
            Result result = console(Personality.IPVSCTL).run("-A " + service);
            assertTrue(
                    result.errors()
                            .contains("belongs to the running director of " + run.resolve("director.pid")
                                    + " (pid 4711)"),
                    result::errors);
            assertEquals(0, result.exitCode());
        }
    }

    @Test
    void aStrangersServiceIsNot() {
        assertEquals("", console(Personality.IPVSCTL).run("-A -t 10.0.0.1:81").errors());
        assertEquals("", console(Personality.IPVSCTL).run("-A -f 300").errors());
    }

    @Test
    void clearingEverythingIsNoted() {
        assertTrue(console(Personality.IPVSCTL).run("-C").errors().contains("some of these services belong to"));
    }

    @Test
    void manyChangesAreNotedOnce() {
        String errors = console(Personality.IPVSCTL)
                .run(List.of("-R"), "-A -t 10.0.0.1:80\n-A -f 300 -6\n-A -f 7\n-a -f 300 -6 -r fd00::5\n")
                .errors();
        assertEquals(1, errors.lines().count(), errors);
        assertTrue(errors.contains("2 of these services belong to"), errors);
    }

    @Test
    void aFailedChangeIsNotNoted() {
        assertEquals(
                "No such service\n",
                console(Personality.IPVSCTL).run("-D -t 10.0.0.1:80").errors());
    }

    @Test
    void aDeadDirectorOwnsNothing() throws IOException {
        Files.writeString(processes.resolve(PID).resolve("cmdline"), "some\0other\0program\0");
        assertEquals("", console(Personality.IPVSCTL).run("-A -t 10.0.0.1:80").errors());
        Files.delete(run.resolve("director.pid"));
        assertEquals("", console(Personality.IPVSCTL).run("-A -t 10.0.0.1:80").errors());
    }

    @Test
    void ipvsadmSaysNothing() {
        assertEquals("", console(Personality.IPVSADM).run("-A -t 10.0.0.1:80").errors());
    }
}
