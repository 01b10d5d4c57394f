package org.lvsdirector.netlink;

/** One request to the kernel. Written when it is sent, so a list of requests costs no bytes. */
public interface NetlinkRequest {

    /** {@code nlmsg_type}. */
    int type();

    /** {@code nlmsg_flags} beyond those that the connection sets itself (REQUEST, ACK, DUMP). */
    default int flags() {
        return 0;
    }

    /** Writes the family's header, then the attributes. */
    void writeTo(MessageWriter out);

    /** What is tried, on whom, as a verb phrase such as {@code add address 10.0.0.1/24 to eth0}: begins error messages. */
    String describe();
}
