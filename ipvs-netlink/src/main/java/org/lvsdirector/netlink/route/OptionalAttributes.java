package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeWriter;

/** Writes attributes whose value may be null, which leaves them out. */
record OptionalAttributes(AttributeWriter out) {

    OptionalAttributes u8(int type, @Nullable Integer value) {
        if (value != null) {
            out.u8(type, value);
        }
        return this;
    }

    OptionalAttributes s32(int type, @Nullable Integer value) {
        if (value != null) {
            out.s32(type, value);
        }
        return this;
    }

    OptionalAttributes u32(int type, @Nullable Long value) {
        if (value != null) {
            out.u32(type, value);
        }
        return this;
    }

    /** Eight bytes in network order. */
    OptionalAttributes u64be(int type, @Nullable Long value) {
        if (value != null) {
            out.bytes(type, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }
        return this;
    }

    OptionalAttributes string(int type, @Nullable String value) {
        if (value != null) {
            out.string(type, value);
        }
        return this;
    }

    OptionalAttributes address(int type, @Nullable InetAddress value) {
        if (value != null) {
            out.bytes(type, value.getAddress());
        }
        return this;
    }

    OptionalAttributes address(int type, @Nullable IpPrefix value) {
        return value == null ? this : address(type, value.address());
    }
}
