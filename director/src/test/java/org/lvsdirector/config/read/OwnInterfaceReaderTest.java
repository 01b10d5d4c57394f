package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.OwnInterfaceConfig;
import org.lvsdirector.vrrp.settings.VirtualInterface.Kind;

class OwnInterfaceReaderTest {
    private static OwnInterfaceConfig own(String lines) {
        OwnInterfaceConfig own = Reading.instance(lines).host().own();
        assertNotNull(own);
        return own;
    }

    @Test
    void nameAndMacAreBothLeftOutIfNeedBe() {
        assertEquals(new OwnInterfaceConfig(Kind.MACVLAN, null, null, null, 0, false), own("use_vmac"));
        assertEquals(new OwnInterfaceConfig(Kind.MACVLAN, "v0", null, null, 0, false), own("use_vmac v0"));
        assertEquals("02:00:00:00:00:aa", own("use_vmac v0 02:00:00:00:00:AA").hardwareAddress());
    }

    @Test
    void aMacOfFiveOctetsIsCompletedByTheRoutersNumber() {
        assertEquals("02:00:00:00:00:05", own("use_vmac 02:00:00:00:00").hardwareAddress());
    }

    @Test
    void ipvlansBridgeUnlessTheyAreToldOtherwise() {
        assertEquals(Kind.IPVLAN_BRIDGE, own("use_ipvlan 10.0.0.5").kind());
        assertEquals(Kind.IPVLAN_VEPA, own("use_ipvlan i0 10.0.0.5/24 vepa").kind());
        assertEquals(24, own("use_ipvlan i0 10.0.0.5/24 vepa").prefixLength());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            use_vmac a_name_of_17_byte      | 4:10 error: 'a_name_of_17_byte' is no name of an interface
            use_vmac eth0                   | 4:10 error: eth0 is the interface underneath
            use_vmac v0 v1                  | 4:13 error: 'v1' cannot follow use_vmac
            use_vmac 01:00:00:00:00:01      | 4:10 error: 01:00:00:00:00:01 is an address of many
            use_ipvlan i0                   | 4:1 error: an ipvlan needs an IPv4 address to advertise from
            use_ipvlan i0 fe80::1           | 4:15 error: fe80:0:0:0:0:0:0:1 is of another family than the virtual addresses
            use_ipvlan i0 10.0.0.5/33       | 4:15 error: the prefix length '33' is outside 0 to 32
            use_ipvlan i0 10.0.0.5 hub      | 4:24 error: 'hub' cannot follow use_ipvlan
            vmac_xmit_base                  | 4:1 warning: 'vmac_xmit_base' has no effect without use_vmac
            """)
    void mistakes(String line, String problem) {
        assertEquals(List.of(problem), Reading.problems(Reading.instanceText(line)));
    }

    @Test
    void oneInstanceMakesOneKind() {
        assertEquals(
                List.of("5:1 error: use_vmac and use_ipvlan exclude each other"),
                Reading.problems(Reading.instanceText("use_vmac\nuse_ipvlan 10.0.0.5")));
    }

    @Test
    void aStaticAddressBelongsToNoVirtualRouter() {
        assertEquals(
                List.of("2:1 error: a static address has no virtual router's MAC"),
                Reading.problems("static_ipaddress {\n10.0.0.1 dev eth0 use_vmac\n}\n"));
    }
}
