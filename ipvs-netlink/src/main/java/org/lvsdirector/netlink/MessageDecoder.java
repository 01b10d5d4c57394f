package org.lvsdirector.netlink;

import org.jspecify.annotations.Nullable;

/** Makes a value of a received message; null passes the message over. The message is valid only during the call. */
@FunctionalInterface
public interface MessageDecoder<T> {
    @Nullable
    T decode(NetlinkMessage message);
}
