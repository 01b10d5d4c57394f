package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.Inet6Address;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "10.0.0.1, 10.0.0.1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", // RFC 5952, 4.2.2: one group is not shortened
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", // 4.2.3: the longest run
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1", // 4.2.3: the first of two alike
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "0001:0002::, 1:2::",
        "::ffff:10.0.0.1, ::ffff:a00:1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void parsesAndFormats(String text, String canonical) {
        assertEquals(canonical, IpAddresses.format(IpAddresses.parse(text)));
        assertEquals(IpAddresses.parse(canonical), IpAddresses.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.org",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.01",
                "10.0.0.1.",
                "10.0.0.",
                ".1.2.3",
                "1.2.3.-4",
                "1.2.3.4444",
                "0x7f.0.0.1",
                "2130706433",
                ":",
                ":::",
                "1:",
                ":1",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "12345::",
                "g::",
                "::1.2.3",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "fe80::1%eth0",
                "[::1]",
                "::1/64",
                "\uFF11::"
            })
    void refusesWhatIsNoAddressWithoutAskingANameService(String text) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> IpAddresses.parse(text));
        assertEquals("not an IP address: " + text, failure.getMessage());
    }

    @Test
    void withAPort() {
        assertEquals("10.0.0.1:80", IpAddresses.format(IpAddresses.parse("10.0.0.1"), 80));
        assertEquals("[2001:db8::1]:80", IpAddresses.format(IpAddresses.parse("2001:db8::1"), 80));
    }

    @Test
    void mappedAddressesStayIpv6() {
        assertEquals(Inet6Address.class, IpAddresses.parse("::ffff:10.0.0.1").getClass());
    }

    @Test
    void oddLengthsAreRefused() {
        for (int length : new int[] {0, 3, 5, 15, 17}) {
            assertThrows(IllegalArgumentException.class, () -> IpAddresses.ofBytes(new byte[length]));
        }
    }

    @Test
    void seededRoundTrips() {
        Random random = new Random(5952);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            int zeros = random.nextInt(8);
            for (int j = 0; j < zeros; j++) {
                int group = random.nextInt(8);
                bytes[2 * group] = 0;
                bytes[2 * group + 1] = 0;
            }
            var address = IpAddresses.ofBytes(bytes);
            assertEquals(address, IpAddresses.parse(IpAddresses.format(address)));
        }
    }
}
