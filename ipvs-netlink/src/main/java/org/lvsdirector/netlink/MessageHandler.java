package org.lvsdirector.netlink;

/** Takes received messages one by one; each is valid only during the call. */
@FunctionalInterface
public interface MessageHandler {
    void handle(NetlinkMessage message);
}
