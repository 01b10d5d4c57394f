package org.lvsdirector.ipvs;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;
import org.lvsdirector.netlink.ScriptedKernel.Sent;

/** A kernel whose IPVS family has the number 0x1c, that remembers what it was asked, and answers with bytes given in hexadecimal. */
final class FakeIpvsKernel {
    static final int FAMILY = 0x1c;
    private static final int GENL_ID_CTRL = 0x10;
    private static final String FAMILY_ANSWER = "01020000" // cmd CTRL_CMD_NEWFAMILY, version 2
            + "0900" + "0200" + "49505653" + "00000000" // CTRL_ATTR_FAMILY_NAME "IPVS"
            + "0600" + "0100" + "1c00" + "0000" // CTRL_ATTR_FAMILY_ID
            + "0800" + "0300" + "01000000" // CTRL_ATTR_VERSION
            + "0800" + "0400" + "00000000"; // CTRL_ATTR_HDRSIZE

    private final List<Sent> asked = new ArrayList<>();
    private final Function<Sent, List<byte[]>> answers;

    private FakeIpvsKernel(Function<Sent, List<byte[]>> answers) {
        this.answers = answers;
    }

    /** Acknowledges everything. */
    static FakeIpvsKernel acknowledging() {
        return new FakeIpvsKernel(FakeIpvsKernel::acknowledgement);
    }

    /** Refuses everything. */
    static FakeIpvsKernel refusing(Errno errno) {
        return new FakeIpvsKernel(sent -> List.of(Replies.error(sent.sequence(), errno)));
    }

    /** Answers with messages of these payloads, then with the end of the dump, or an acknowledgement. */
    static FakeIpvsKernel answering(String... payloads) {
        return new FakeIpvsKernel(sent -> {
            List<byte[]> replies = new ArrayList<>();
            for (String payload : payloads) {
                replies.add(Replies.message(
                        FAMILY,
                        NetlinkConstants.NLM_F_MULTI,
                        sent.sequence(),
                        HexFormat.of().parseHex(payload)));
            }
            boolean dump = (sent.flags() & NetlinkConstants.NLM_F_DUMP) == NetlinkConstants.NLM_F_DUMP;
            replies.add(dump ? Replies.done(sent.sequence()) : Replies.ack(sent.sequence()));
            return replies;
        });
    }

    /** Answers as told. */
    static FakeIpvsKernel scripted(Function<Sent, List<byte[]>> answers) {
        return new FakeIpvsKernel(answers);
    }

    static List<byte[]> acknowledgement(Sent sent) {
        boolean wanted = (sent.flags() & NetlinkConstants.NLM_F_ACK) != 0;
        return wanted ? List.of(Replies.ack(sent.sequence())) : List.of();
    }

    KernelIpvs open() {
        return KernelIpvs.over(new NetlinkConnection(new ScriptedKernel(requests -> {
            List<byte[]> replies = new ArrayList<>();
            for (Sent sent : requests) {
                if (sent.type() == GENL_ID_CTRL) {
                    replies.add(Replies.message(
                            GENL_ID_CTRL, 0, sent.sequence(), HexFormat.of().parseHex(FAMILY_ANSWER)));
                    replies.add(Replies.ack(sent.sequence()));
                } else {
                    asked.add(sent);
                    replies.addAll(answers.apply(sent));
                }
            }
            return replies;
        })));
    }

    /** The requests of the IPVS family, in order. */
    List<Sent> asked() {
        return asked;
    }

    /** The payload of the only request. */
    String payload() {
        if (asked.size() != 1) {
            throw new AssertionError("not one request but " + asked);
        }
        return asked.get(0).payload();
    }
}
