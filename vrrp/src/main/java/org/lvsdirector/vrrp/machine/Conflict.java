package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a MASTER has and another one has too: the signs of a split brain. They are told as they begin and as they end; mastery is not touched.
 *
 * @param begins false when it is over, also because this router is no MASTER any more
 * @param address the other router's, or the virtual address that another host answers for
 * @param hardware that host's hardware address in the usual form; null for {@link Kind#SECOND_MASTER}
 */
public record Conflict(
        boolean begins,
        Kind kind,
        InetAddress address,
        @Nullable String hardware) {

    /** What is there twice; the names stand in the lines of notify pipes. */
    public enum Kind {
        /** A router that goes on to advertise although it ought to yield: it does not hear us, or does not heed us. */
        SECOND_MASTER,
        /** A virtual address. */
        ADDRESS
    }
}
