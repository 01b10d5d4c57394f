package org.lvsdirector.netlink.netfilter;

import static org.lvsdirector.netlink.netfilter.NftConstants.*;

import org.lvsdirector.netlink.AttributeWriter;

/** Writes the expressions of one rule; unless they say otherwise they work on register 1. The rule's verdict or {@link #end} ends it. */
final class RuleWriter {
    private final AttributeWriter out;
    private final int list;

    /** Begins the list of expressions. */
    RuleWriter(AttributeWriter out) {
        this.out = out;
        this.list = out.beginNested(NFTA_RULE_EXPRESSIONS);
    }

    /** Loads bytes of the packet. */
    RuleWriter payload(int base, int offset, int length) {
        return payload(NFT_REG_1, base, offset, length);
    }

    /** Loads bytes of the packet into a register. */
    RuleWriter payload(int register, int base, int offset, int length) {
        return expression("payload", () -> out.u32be(NFTA_PAYLOAD_DREG, register)
                .u32be(NFTA_PAYLOAD_BASE, base)
                .u32be(NFTA_PAYLOAD_OFFSET, offset)
                .u32be(NFTA_PAYLOAD_LEN, length));
    }

    /** Loads what the kernel knows of the packet ({@code NFT_META_*}). */
    RuleWriter meta(int key) {
        return expression("meta", () -> out.u32be(NFTA_META_DREG, NFT_REG_1).u32be(NFTA_META_KEY, key));
    }

    /** Goes on only if the one byte that was loaded is this. */
    RuleWriter isByte(int value) {
        return expression("cmp", () -> {
            out.u32be(NFTA_CMP_SREG, NFT_REG_1).u32be(NFTA_CMP_OP, NFT_CMP_EQ);
            int data = out.beginNested(NFTA_CMP_DATA);
            out.bytes(NFTA_DATA_VALUE, new byte[] {(byte) value});
            out.endNested(data);
        });
    }

    /** Goes on only if what was loaded is in a set. */
    RuleWriter isIn(String set) {
        return expression("lookup", () -> out.u32be(NFTA_LOOKUP_SREG, NFT_REG_1).string(NFTA_LOOKUP_SET, set));
    }

    /** Goes on only if a map has what was loaded, with what the map has for it. */
    RuleWriter mapped(String map) {
        return expression("lookup", () -> out.u32be(NFTA_LOOKUP_SREG, NFT_REG_1)
                .u32be(NFTA_LOOKUP_DREG, NFT_REG_1)
                .string(NFTA_LOOKUP_SET, map));
    }

    /** Makes what was loaded the packet's firewall mark. */
    RuleWriter marked() {
        return expression("meta", () -> out.u32be(NFTA_META_KEY, NFT_META_MARK).u32be(NFTA_META_SREG, NFT_REG_1));
    }

    /** Counts what has come so far, if that is wanted. */
    RuleWriter counted(boolean wanted) {
        return wanted ? expression("counter", () -> {}) : this;
    }

    /** Ends the rule with {@code NF_DROP} or {@code NF_ACCEPT}. */
    void verdict(int code) {
        expression("immediate", () -> {
            out.u32be(NFTA_IMMEDIATE_DREG, NFT_REG_VERDICT);
            int data = out.beginNested(NFTA_IMMEDIATE_DATA);
            int verdict = out.beginNested(NFTA_DATA_VERDICT);
            out.u32be(NFTA_VERDICT_CODE, code);
            out.endNested(verdict);
            out.endNested(data);
        });
        end();
    }

    /** Ends the rule without a verdict: the packet goes on. */
    void end() {
        out.endNested(list);
    }

    private RuleWriter expression(String name, Runnable data) {
        int element = out.beginNested(NFTA_LIST_ELEM);
        out.string(NFTA_EXPR_NAME, name);
        int body = out.beginNested(NFTA_EXPR_DATA);
        data.run();
        out.endNested(body);
        out.endNested(element);
        return this;
    }
}
