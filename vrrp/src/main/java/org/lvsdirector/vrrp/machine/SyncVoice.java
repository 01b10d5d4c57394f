package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification.Subject;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/** What a sync group says of its transitions; an instance alone has no group and says nothing. */
record SyncVoice(@Nullable SyncGroupSettings group) {

    void log(Moment moment, VrrpState next) {
        if (group != null) {
            moment.log("VRRP_Group(" + group.name() + ") Syncing instances to " + next + " state");
        }
    }

    void tell(Moment moment, NotifyState what) {
        if (group != null) {
            moment.act(new SendNotification(Subject.GROUP, group.name(), what, 0));
        }
    }
}
