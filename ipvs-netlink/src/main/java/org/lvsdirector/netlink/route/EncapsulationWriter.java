package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeWriter;

/** {@code RTA_ENCAP_TYPE} and {@code RTA_ENCAP}, as light-weight tunnels want them ({@code linux/lwtunnel.h}, {@code linux/mpls_iptunnel.h}). */
final class EncapsulationWriter {
    /** A label stack entry: label, traffic class, bottom of the stack, TTL (RFC 3032, section 2.1). */
    private static final int LABEL_SHIFT = 12;

    private static final int BOTTOM = 1 << 8;

    private EncapsulationWriter() {}

    static void write(AttributeWriter out, @Nullable Encapsulation wrapping) {
        if (wrapping == null) {
            return;
        }
        int nested = out.beginPlainNested(RouteConstants.RTA_ENCAP);
        if (wrapping.kind() == Encapsulation.Kind.MPLS) {
            mpls(out, wrapping);
        } else {
            tunnel(out, wrapping);
        }
        out.endNested(nested);
        out.u16(RouteConstants.RTA_ENCAP_TYPE, type(wrapping.kind()));
    }

    private static int type(Encapsulation.Kind kind) {
        return switch (kind) {
            case IP -> RouteConstants.LWTUNNEL_ENCAP_IP;
            case IP6 -> RouteConstants.LWTUNNEL_ENCAP_IP6;
            case MPLS -> RouteConstants.LWTUNNEL_ENCAP_MPLS;
        };
    }

    /** The attributes have the same numbers for both families. */
    private static void tunnel(AttributeWriter out, Encapsulation wrapping) {
        Long id = wrapping.id();
        if (id != null) {
            out.bytes(
                    RouteConstants.LWTUNNEL_IP_ID,
                    ByteBuffer.allocate(Long.BYTES).putLong(id).array());
        }
        address(out, RouteConstants.LWTUNNEL_IP_DST, wrapping.destination());
        address(out, RouteConstants.LWTUNNEL_IP_SRC, wrapping.source());
        new OptionalAttributes(out)
                .u8(RouteConstants.LWTUNNEL_IP_TTL, wrapping.hopLimit())
                .u8(RouteConstants.LWTUNNEL_IP_TOS, wrapping.trafficClass());
        Integer flags = wrapping.flags();
        if (flags != null) {
            out.u16be(RouteConstants.LWTUNNEL_IP_FLAGS, flags);
        }
    }

    private static void address(AttributeWriter out, int type, @Nullable InetAddress address) {
        if (address != null) {
            out.bytes(type, address.getAddress());
        }
    }

    private static void mpls(AttributeWriter out, Encapsulation wrapping) {
        List<Integer> labels = wrapping.labels();
        ByteBuffer stack = ByteBuffer.allocate(labels.size() * Integer.BYTES);
        for (int i = 0; i < labels.size(); i++) {
            stack.putInt(labels.get(i) << LABEL_SHIFT | (i == labels.size() - 1 ? BOTTOM : 0));
        }
        out.bytes(RouteConstants.MPLS_IPTUNNEL_DST, stack.array());
        new OptionalAttributes(out).u8(RouteConstants.MPLS_IPTUNNEL_TTL, wrapping.hopLimit());
    }
}
