package org.lvsdirector.netlink.netfilter;

import java.util.List;
import org.lvsdirector.netlink.ScriptedKernel;
import org.lvsdirector.netlink.ScriptedKernel.Sent;

/** What was sent to nf_tables in the first datagram, and the types of its messages as their numbers are on the wire. */
record NftTranscript(ScriptedKernel kernel) {
    static final int BEGIN = 0x10;
    static final int END = 0x11;
    static final int NEW_TABLE = 0xa00;
    static final int DELETE_TABLE = 0xa02;
    static final int NEW_CHAIN = 0xa03;
    static final int NEW_RULE = 0xa06;
    static final int NEW_SET = 0xa09;
    static final int NEW_ELEMENTS = 0xa0c;

    List<Sent> messages() {
        return kernel.datagrams().get(0);
    }

    List<Integer> types() {
        return messages().stream().map(Sent::type).toList();
    }

    long count(int type) {
        return types().stream().filter(sent -> sent == type).count();
    }

    /** Of the first message of a type. */
    String payload(int type) {
        return messages().stream()
                .filter(sent -> sent.type() == type)
                .findFirst()
                .orElseThrow()
                .payload();
    }
}
