package org.lvsdirector.ipvsctl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.ipvs.IpAddresses;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1",
        "1.2.3, 1.2.0.3",
        "10.1, 10.0.0.1",
        "0x0a000001, 10.0.0.1",
        "0xA.1, 10.0.0.1",
        "010.0.0.1, 8.0.0.1",
        "24, 0.0.0.24",
        "4294967295, 255.255.255.255",
        "1.65535, 1.0.255.255",
        "255.255.255.255, 255.255.255.255",
    })
    void readsIpv4AsInetAtonDoes(String text, String address) {
        InetAddress read = AddressText.ipv4(text);
        assertNotNull(read);
        assertEquals(address, read.getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.",
                "1..2",
                "256.1.1.1",
                "1.2.3.256",
                "1.2.65536",
                "1.2.3.4.5",
                "08",
                "0x",
                "1.2.3.x",
                "4294967296",
                "-1",
                "+1",
                "a"
            })
    void refusesWhatInetAtonRefuses(String text) {
        assertNull(AddressText.ipv4(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fd00::1",
                "::",
                "::1",
                "2001:db8::8:800:200c:417a",
                "::ffff:1.2.3.4",
                "::1.2.3.4",
                "1:2:3:4:5:6:7:8",
                "fd00:0:0:1::",
                "::2"
            })
    void writesIpv6AsInetNtopDoes(String text) {
        InetAddress address = AddressText.ipv6(text);
        assertNotNull(address);
        assertEquals(text, AddressText.of(address));
    }

    @Test
    void aMappedAddressStaysIpv6() {
        assertEquals(Inet6Address.class, IpAddresses.parse("::ffff:1.2.3.4").getClass());
        assertEquals("::ffff:1.2.3.4", AddressText.of(IpAddresses.parse("::ffff:102:304")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4", "fd00::1%eth0", "[fd00::1]", "fd00::1:", "g::1"})
    void refusesWhatIsNoIpv6Address(String text) {
        assertNull(AddressText.ipv6(text));
    }
}
