package org.lvsdirector.ipvsctl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.ipvs.IpAddresses;

class SystemNamesTest {
    /** The JDK reads leading zeros as decimal; the C library, and so ipvsadm, refuses an octal 8. */
    @ParameterizedTest
    @ValueSource(strings = {"08.1.1.1", "1.1.1.09"})
    void numbersAreNoNames(String text) {
        assertNull(new SystemNames().addressOf(text));
    }

    @Test
    void everyMachineKnowsItself() {
        assertEquals(IpAddresses.parse("127.0.0.1"), new SystemNames().addressOf("localhost"));
    }
}
