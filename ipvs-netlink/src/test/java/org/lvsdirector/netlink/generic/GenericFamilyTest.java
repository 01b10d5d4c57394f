package org.lvsdirector.netlink.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

class GenericFamilyTest {
    private static final int NLCTRL = 0x10;

    @Test
    void asksForTheFamilyByName() {
        ScriptedKernel kernel = answering(
                "01020000" // cmd CTRL_CMD_NEWFAMILY
                        + "0600" + "0100" + "ffff" + "0000" // CTRL_ATTR_FAMILY_ID
                        + "0800" + "0300" + "02000000" // CTRL_ATTR_VERSION
                        + "0800" + "0600" + "00000000"); // CTRL_ATTR_OPS, not asked for
        GenericFamily family = GenericFamily.find(new NetlinkConnection(kernel), "IPVS");
        assertEquals(new GenericFamily("IPVS", 0xFFFF, 2), family);
        assertEquals(NLCTRL, kernel.only().type());
        assertEquals(
                "03020000" // cmd CTRL_CMD_GETFAMILY, version 2
                        + "0900" + "0200" + "49505653" + "00000000", // CTRL_ATTR_FAMILY_NAME "IPVS"
                kernel.only().payload());
    }

    @Test
    void anAbsentFamilyIsNamed() {
        ScriptedKernel kernel = new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), Errno.ENOENT)));
        NoSuchFamilyException failure = assertThrows(
                NoSuchFamilyException.class, () -> GenericFamily.find(new NetlinkConnection(kernel), "IPVS"));
        assertEquals("IPVS", failure.family());
        assertEquals(
                "look up the generic netlink family IPVS: ENOENT (No such file or directory): this kernel has none of that"
                        + " name",
                failure.getMessage());
    }

    @Test
    void anotherFailureStaysWhatItIs() {
        ScriptedKernel kernel = new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), Errno.EPERM)));
        NetlinkException failure =
                assertThrows(NetlinkException.class, () -> GenericFamily.find(new NetlinkConnection(kernel), "IPVS"));
        assertEquals(Errno.EPERM, failure.errno());
    }

    @Test
    void anAnswerWithoutANumberIsAnError() {
        NetlinkException failure = assertThrows(
                NetlinkException.class, () -> GenericFamily.find(new NetlinkConnection(answering("01020000")), "IPVS"));
        assertEquals(Errno.EPROTO, failure.errno());
    }

    @Test
    void theRealKernelKnowsItsController() {
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_GENERIC)) {
            assertEquals(NLCTRL, GenericFamily.find(connection, "nlctrl").id());
            assertThrows(NoSuchFamilyException.class, () -> GenericFamily.find(connection, "no-such-family"));
        }
    }

    private static ScriptedKernel answering(String payload) {
        return new ScriptedKernel(requests -> List.of(
                Replies.message(
                        NLCTRL, 0, requests.get(0).sequence(), HexFormat.of().parseHex(payload)),
                Replies.ack(requests.get(0).sequence())));
    }
}
