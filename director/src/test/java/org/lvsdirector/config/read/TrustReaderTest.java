package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code arbiter}. */
class TrustReaderTest {
    @Test
    void anArbiterIsOneOrMoreAddresses() {
        assertEquals(
                List.of("10.0.0.254", "10.0.0.253"),
                Reading.instance("arbiter 10.0.0.254 10.0.0.253").trust().arbiter().stream()
                        .map(InetAddress::getHostAddress)
                        .toList());
        assertEquals(List.of(), Reading.instance("").trust().arbiter());
    }

    @Test
    void anArbiterThatIsNoAddressIsRefused() {
        assertEquals(
                List.of("4:9 error: arbiter 'gateway' is no IPv4 or IPv6 address"),
                Reading.problems(Reading.instanceText("arbiter gateway")));
        assertEquals(List.of("4:1 error: 'arbiter' needs a value"), Reading.problems(Reading.instanceText("arbiter")));
    }
}
