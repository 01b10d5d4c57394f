package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.ipvs.ServiceKey;

/** Virtual server groups: one configured virtual server, any number of kernel services. */
class ServiceGroupReaderTest {

    private static String text(String lines, String family) {
        String member = family.equals("inet6") ? "fe80::2" : "10.9.0.2";
        return "virtual_server_group g {\n" + lines + "\n}\n"
                + Reading.serverText("group g", "real_server " + member + " 80 { }");
    }

    private static List<String> services(String lines, String family) {
        return Reading.accepted(text(lines, family)).virtualServers().get(0).services().stream()
                .map(ServiceGroupReaderTest::name)
                .toList();
    }

    private static String name(ServiceKey key) {
        return key instanceof ServiceKey.ByAddress byAddress
                ? byAddress.address().getHostAddress() + " " + byAddress.port()
                : key.toString();
    }

    @Test
    void eachLineAddsServices() {
        assertEquals(
                List.of(
                        "10.0.0.1 80",
                        "10.0.0.5 81",
                        "10.0.0.6 81",
                        "10.0.1.0 82",
                        "10.0.1.1 82",
                        "10.0.0.254 83",
                        "10.0.0.255 83",
                        "10.0.1.0 83",
                        "FWM 4"),
                services("10.0.0.1 80\n10.0.0.5-6 81\n10.0.1.0/31 82\n10.0.0.254-10.0.1.0 83\nfwmark 4", "inet"));
    }

    @Test
    void ipv6Ranges() {
        assertEquals(
                List.of("fe80:0:0:0:0:0:0:fe 80", "fe80:0:0:0:0:0:0:ff 80", "fe80:0:0:0:0:0:0:100 80"),
                services("fe80::fe-100 80", "inet6"));
        assertEquals(List.of("fe80:0:0:0:0:0:0:0 80", "fe80:0:0:0:0:0:0:1 80"), services("fe80::/127 80", "inet6"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.4-3 80      | 2:1 error: '10.0.0.4-3' is no range of addresses
            10.0.0.4-256 80    | 2:1 error: '10.0.0.4-256' is no range of addresses
            10.0.0.4-x 80      | 2:1 error: '10.0.0.4-x' is no range of addresses
            10.0.0.1/30 80     | 2:1 error: '10.0.0.1/30' is no range of addresses
            10.0.0.0/33 80     | 2:1 error: '10.0.0.0/33' is no range of addresses
            10.0.0.0/8 80      | 2:1 error: '10.0.0.0/8' has more than 65536 addresses
            ::/0 80            | 2:1 error: '::/0' has more than 65536 addresses
            web 80             | 2:1 error: 'web' is no address
            10.0.0.1 0         | 2:10 error: port '0' is outside 1 to 65535
            fwmark x           | 2:8 error: firewall mark 'x' is outside 1 to 4294967295
            fwmark 3 ipv4      | 2:10 error: 'ipv4' cannot follow a firewall mark
            """)
    void mistakes(String line, String problem) {
        List<String> errors = Reading.problems(text(line, "inet")).stream()
                .filter(found -> found.contains(" error: "))
                .toList();
        assertEquals(List.of(problem), errors);
    }

    @Test
    void familiesDoNotMix() {
        assertEquals(
                "4:1 error: virtual_server group g mixes IPv4 and IPv6",
                Reading.problems(text("10.0.0.1 80\nfe80::1 80", "inet").replace("\n}\nvirtual", "}\nvirtual"))
                        .get(0));
    }

    @Test
    void aServiceNamedTwiceIsReported() {
        assertEquals(
                List.of("5:1 error: the group names TCP 10.0.0.1 80 twice"),
                Reading.problems(text("10.0.0.1 80\n10.0.0.0-1 80", "inet")));
    }

    @Test
    void anEmptyGroupIsReported() {
        assertEquals(
                "1:1 error: virtual_server_group 'g' is empty",
                Reading.problems("virtual_server_group g {\n}\n").get(0));
    }
}
