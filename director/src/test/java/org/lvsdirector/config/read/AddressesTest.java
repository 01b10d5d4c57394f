package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as inet_pton(3) takes and refuses them. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "192.168.100.111, 192.168.100.111",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "fe80::1, fe80:0:0:0:0:0:0:1",
        "2001:DB8::a:b, 2001:db8:0:0:0:0:a:b",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::1.2.3.4, 0:0:0:0:0:0:102:304",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
    })
    void addresses(String text, String expected) {
        InetAddress address = Addresses.parse(text);
        assertNotNull(address);
        assertEquals(expected, address.getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.400",
                "01.2.3.4",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4 ",
                "a.b.c.d",
                "localhost",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "::g",
                ":1::",
                "1:",
                "::1:",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5",
                "fe80::1%eth0",
                "::1/64",
                "1:2:3:4:5:6:7:8::"
            })
    void noAddresses(String text) {
        assertNull(Addresses.parse(text));
    }

    @Test
    void aMappedAddressStaysIpv6() {
        assertInstanceOf(Inet6Address.class, Addresses.parse("::ffff:1.2.3.4"));
    }

    @Test
    void whatJavaWritesIsReadBack() throws Exception {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(bytes);
            InetAddress address = InetAddress.getByAddress(bytes);
            assertEquals(address, Addresses.parse(address.getHostAddress()));
        }
    }
}
