package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.testing.Result;

/** Exit codes and messages where the kernel has a say. */
class IpvsctlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-A -t 1.1.1.1:80                  | Service already exists",
                "-E -t 1.1.1.2:80                  | No such service",
                "-D -t 1.1.1.2:80                  | No such service",
                "-Z -t 1.1.1.2:80                  | No such service",
                "-a -t 1.1.1.2:80 -r 10.0.0.1      | Service not defined",
                "-e -t 1.1.1.2:80 -r 10.0.0.1      | Service not defined",
                "-a -t 1.1.1.1:80 -r 10.0.0.1      | Destination already exists",
                "-e -t 1.1.1.1:80 -r 10.0.0.2      | No such destination",
                "-d -t 1.1.1.1:80 -r 10.0.0.2      | No such destination",
                "-a -t 1.1.1.1:80 -r 10.0.0.3 -x 1 -y 2 | Numerical result out of range",
                "--stop-daemon master              | No daemon is running",
                "--start-daemon backup             | Daemon has already run",
            })
    void refusalsOfTheKernelEndWith255(String line, String message) {
        for (Personality personality : Personality.values()) {
            Console console = Console.inMemory(personality);
            console.runAll("-A -t 1.1.1.1:80\n-a -t 1.1.1.1:80 -r 10.0.0.1\n--start-daemon backup");
            Result result = console.run(line.strip());
            assertEquals(message + "\n", result.errors());
            assertEquals(255, result.exitCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPERM        | Permission denied (you must be root)",
                "EINVAL       | Invalid operation.  Possibly wrong module version, address not unicast, ...",
                "ENOMEM       | Memory allocation problem",
                "EAFNOSUPPORT | Operation not supported with specified address family",
                "ENODEV       | No such device",
                "ENOENT       | Scheduler or persistence engine not found",
            })
    void errorsHaveIpvsadmsWords(Errno errno, String message) {
        InMemoryIpvs ipvs = new InMemoryIpvs();
        ipvs.failNext(errno);
        Result result = new Console(Personality.IPVSCTL, () -> ipvs).run("-A -t 1.1.1.1:80");
        assertEquals(message + "\n", result.errors());
        assertEquals(255, result.exitCode());
    }

    @Test
    void aListingThatFailsEndsWith1() {
        Result result = Console.inMemory(Personality.IPVSCTL).run("-L -t 1.1.1.1:80 -n");
        assertEquals("No such service\n", result.errors());
        assertEquals(1, result.exitCode());

        InMemoryIpvs ipvs = new InMemoryIpvs();
        ipvs.failNext(Errno.EPERM);
        Result refused = new Console(Personality.IPVSCTL, () -> ipvs).run("-Ln");
        assertEquals("Permission denied (you must be root)\n", refused.errors());
        assertEquals(1, refused.exitCode());
    }

    @Test
    void aKernelWithoutIpvsEndsWith2() {
        Console console = new Console(Personality.IPVSCTL, IpvsctlTest::noIpvs);
        for (String line : new String[] {"", "-Ln", "-A -t 1.1.1.1:80", "-C", "-S", "-L -c"}) {
            Result result = console.run(line);
            assertEquals("""
                    Can't initialize ipvs: Protocol not available
                    Are you sure that IP Virtual Server is built in the kernel or as module?
                    """, result.errors());
            assertEquals(2, result.exitCode());
        }
    }

    private static InMemoryIpvs noIpvs() {
        throw new IpvsException("no IPVS", Errno.ENOPROTOOPT);
    }

    @Test
    void helpVersionAndMistakesNeedNoKernelUnderOurName() {
        Console console = new Console(Personality.IPVSCTL, IpvsctlTest::noIpvs);
        assertEquals(
                "ipvsctl 1.2.3 (options of ipvsadm v1.31, IPVS v1.2.1)\n",
                console.run("-v").orFail().output());
        assertTrue(console.run("-h").orFail().output().contains("ipvsctl -A|-E SERVICE"));
        assertEquals("unexpected argument x\n", console.run("-Ln x").errors());
        assertEquals(
                2,
                new Console(Personality.IPVSADM, IpvsctlTest::noIpvs).run("-v").exitCode());
    }

    @Test
    void listsConnections(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ip_vs_conn"), """
                Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData
                TCP 0A000002 8001 0A000001 0050 0A000003 0050 ESTABLISHED     899
                UDP 0A000002 8001 0A000001 0050 0A000003 0050 UDP               7 sip 123@host
                TCP fd00:0000:0000:0000:0000:0000:0000:0002 8001 fd00:0000:0000:0000:0000:0000:0000:0001 0050 \
                fd00:0000:0000:0000:0000:0000:0000:0003 0050 FIN_WAIT        6001
                """);
        Console console = Console.inMemory(Personality.IPVSCTL).withConnections(file);
        assertEquals("""
                IPVS connection entries
                pro expire state       source             virtual            destination
                TCP 14:59  ESTABLISHED 10.0.0.2:32769     10.0.0.1:80        10.0.0.3:80
                UDP 00:07  UDP         10.0.0.2:32769     10.0.0.1:80        10.0.0.3:80
                TCP 100:01 FIN_WAIT    [fd00::2]:32769    [fd00::1]:80       [fd00::3]:80
                """, console.run("-L -c -n").orFail().output());
        assertTrue(
                console.run("-L -c -n --persistent-conn")
                        .orFail()
                        .output()
                        .contains(
                                "UDP 00:07  UDP         10.0.0.2:32769     10.0.0.1:80        10.0.0.3:80      sip                123@host\n"));
    }

    @Test
    void aMissingListOfConnectionsIsSaid() {
        Result result = Console.inMemory(Personality.IPVSCTL).run("-L -c -n");
        assertEquals("cannot open file /nonexistent/ip_vs_conn\n", result.errors());
        assertEquals(1, result.exitCode());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNotTold() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        Result closed = console.runInto(failing("Broken pipe"), "-Ln");
        assertEquals("", closed.errors());
        assertEquals(1, closed.exitCode());
        Result full = console.runInto(failing("No space left on device"), "-Ln");
        assertEquals("ipvsctl: No space left on device\n", full.errors());
        assertEquals(1, full.exitCode());
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
