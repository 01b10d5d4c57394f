package org.lvsdirector.netlink;

import org.jspecify.annotations.Nullable;

/** Reads {@code NLMSG_ERROR} (acknowledgement or failure) and the status in {@code NLMSG_DONE}. */
final class ErrorMessage {
    private static final int REQUEST_LENGTH_OFFSET = 4; // struct nlmsgerr: int error; struct nlmsghdr msg

    private ErrorMessage() {}

    /** The positive error number; 0 for an acknowledgement. */
    static int errno(NetlinkMessage message) {
        return -message.s32(0);
    }

    /** The status at the end of a dump: a positive error number, 0 for success; older kernels send none. */
    static int doneErrno(NetlinkMessage message) {
        return message.length() < Integer.BYTES ? 0 : -message.s32(0);
    }

    /** The failure that an error message reports. */
    static NetlinkException failure(NetlinkRequest request, NetlinkMessage message) {
        return new NetlinkException(request.describe(), errno(message), explanation(message, headerLength(message)));
    }

    /** The failure that the end of a dump reports. */
    static NetlinkException doneFailure(NetlinkRequest request, NetlinkMessage message) {
        return new NetlinkException(request.describe(), doneErrno(message), explanation(message, Integer.BYTES));
    }

    /** Where the attributes begin: behind the request, of which only the header is repeated if the message is capped. */
    private static int headerLength(NetlinkMessage message) {
        boolean capped = (message.flags() & NetlinkConstants.NLM_F_CAPPED) != 0;
        int request = capped ? NetlinkConstants.NLMSG_HDRLEN : message.s32(REQUEST_LENGTH_OFFSET);
        return Integer.BYTES + request;
    }

    private static @Nullable String explanation(NetlinkMessage message, int headerLength) {
        if ((message.flags() & NetlinkConstants.NLM_F_ACK_TLVS) == 0) {
            return null;
        }
        AttributeReader in = message.attributes(headerLength);
        while (in.next()) {
            if (in.type() == NetlinkConstants.NLMSGERR_ATTR_MSG) {
                return in.string();
            }
        }
        return null;
    }
}
