package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.testing.Result;

/** Listings of a part: of the table, and of the connections. */
class FilterTest {
    private Console console = Console.inMemory(Personality.IPVSCTL);

    @BeforeEach
    void makeTable(@TempDir Path directory) throws IOException {
        console.runAll("""
                -A -t 1.1.1.1:80
                -a -t 1.1.1.1:80 -r 10.0.0.1:80
                -a -t 1.1.1.1:80 -r 10.0.0.2:81 -m
                -A -u 1.1.1.1:53
                -a -u 1.1.1.1:53 -r 10.0.0.1:53
                -A -f 7
                -a -f 7 -r 10.0.0.2:81 -m""");
        console.withConnections(Files.writeString(directory.resolve("ip_vs_conn"), """
                Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData
                TCP 0A00000A 0001 01010101 0050 0A000001 0050 ESTABLISHED     899
                TCP 0A00000A 0002 01010101 0050 0A000002 0051 FIN_WAIT         99
                UDP 0A00000A 0003 01010101 0035 0A000001 0035 UDP              59
                IP  0A00000A 0000 00000007 0000 0A000002 0051 NONE             49
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-L -n -r 10.0.0.2           | TCP  1.1.1.1:80,10.0.0.2:81,FWM  7,10.0.0.2:81",
                "-L -n -r 10.0.0.2:81        | TCP  1.1.1.1:80,10.0.0.2:81,FWM  7,10.0.0.2:81",
                "-L -n -r 10.0.0.2:80        | ''",
                "-L -n --protocol udp        | UDP  1.1.1.1:53,10.0.0.1:53",
                "-L -n --protocol fwm        | FWM  7,10.0.0.2:81",
                "-L -n --protocol tcp -r 10.0.0.1 | TCP  1.1.1.1:80,10.0.0.1:80",
                "-L -n -t 1.1.1.1:80 -r 10.0.0.1  | TCP  1.1.1.1:80,10.0.0.1:80",
            })
    void narrowsTheTable(String line, String expected) {
        List<String> listed = console.run(line.strip())
                .orFail()
                .output()
                .lines()
                .filter(text ->
                        !text.contains("RemoteAddress") && !text.contains("LocalAddress") && !text.contains("version"))
                .map(text -> text.startsWith("  -> ") ? text.split(" +", -1)[2] : text.replace(" wlc", ""))
                .toList();
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected.split(",", -1)), listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-L -c -n -t 1.1.1.1:80       | 1,2",
                "-L -c -n -t 1.1.1.1          | 1,2",
                "-L -c -n -t 1.1.1.1:81       | ''",
                "-L -c -n -u 1.1.1.1          | 3",
                "-L -c -n -r 10.0.0.1         | 1,3",
                "-L -c -n -r 10.0.0.2:81      | 2,0",
                "-L -c -n --protocol tcp      | 1,2",
                "-L -c -n --protocol fwm      | 0",
                "-L -c -n --state established | 1",
                "-L -c -n --state FIN_WAIT --protocol udp | ''",
            })
    void narrowsTheConnections(String line, String clientPorts) {
        List<String> listed = console.run(line.strip())
                .orFail()
                .output()
                .lines()
                .skip(2)
                .map(text -> text.replaceFirst(".* 10.0.0.10:(\\d+).*", "$1"))
                .toList();
        assertEquals(clientPorts.isEmpty() ? List.of() : List.of(clientPorts.split(",", -1)), listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-L --protocol icmp     | unknown protocol `icmp': tcp, udp, sctp or fwm",
                "-L --state ESTABLISHED | this listing cannot be narrowed down so",
                "-L -c -f 7             | this listing cannot be narrowed down so",
                "-L --daemon -r 1.1.1.1 | this listing cannot be narrowed down so",
                "-S --protocol tcp      | Illegal 'protocol' option with the 'save' command",
            })
    void refusesWhatMakesNoSense(String line, String message) {
        Result result = console.run(line.strip());
        assertEquals(message + "\n", result.errors());
        assertEquals(2, result.exitCode());
    }

    @Test
    void ipvsadmHasNone() {
        Console ipvsadm = Console.inMemory(Personality.IPVSADM);
        assertEquals(
                "--protocol: unknown option\n", ipvsadm.run("-L --protocol tcp").errors());
        assertEquals("--json: unknown option\n", ipvsadm.run("-L --json").errors());
        assertEquals(255, ipvsadm.run("diff -").exitCode());
    }
}
