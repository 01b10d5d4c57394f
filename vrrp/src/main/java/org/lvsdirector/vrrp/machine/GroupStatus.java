package org.lvsdirector.vrrp.machine;

import java.util.List;

/** A view of one sync group. */
public record GroupStatus(String name, VrrpState state, List<String> members) {
    public GroupStatus {
        members = List.copyOf(members);
    }
}
