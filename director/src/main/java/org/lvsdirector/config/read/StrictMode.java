package org.lvsdirector.config.read;

import org.lvsdirector.config.syntax.Problems;

/** What {@code vrrp_strict} and {@code accept} make of traffic to the virtual addresses. */
final class StrictMode {
    private final Problems problems;

    StrictMode(Problems problems) {
        this.problems = problems;
    }

    /** Whether a master answers traffic to its virtual addresses. The owner always does; in strict mode nobody else does. */
    boolean accept(Block block, String name, boolean strict, int priority) {
        Entry accept = block.last("accept");
        Entry refuse = block.last("no_accept");
        boolean later = accept != null
                && refuse != null
                && accept.place().line() > refuse.place().line();
        boolean asked = refuse == null || later;
        boolean owner = priority == ElectionReader.OWNER;
        if (owner && !asked) {
            problems.warning(
                    block.placeOf("no_accept"),
                    "no_accept has no effect: '" + name + "' is the owner of its addresses, and answers",
                    "remove it, or set a priority below " + ElectionReader.OWNER);
        }
        if (!strict || owner) {
            return asked;
        }
        if (accept != null) {
            problems.warning(accept.place(), "strict mode turns accept off in '" + name + "'", "remove vrrp_strict");
        }
        if (refuse == null) {
            problems.warning(
                    block.place(),
                    "clients will not reach the addresses of '" + name
                            + "': strict mode has accept off, so a master drops what is sent to them",
                    "remove vrrp_strict, or write 'strict_mode off' in this instance");
        }
        return false;
    }
}
