package org.lvsdirector.vrrp.simulation;

import org.lvsdirector.vrrp.machine.RouterAction;

/** Does nothing with any action; a test overrides what it looks at. */
class QuietHandler implements RouterAction.Handler {
    @Override
    public void sendAdvert(RouterAction.SendAdvert action) {}

    @Override
    public void addAddresses(RouterAction.AddAddresses action) {}

    @Override
    public void removeAddresses(RouterAction.RemoveAddresses action) {}

    @Override
    public void addRouting(RouterAction.AddRouting action) {}

    @Override
    public void removeRouting(RouterAction.RemoveRouting action) {}

    @Override
    public void announce(RouterAction.Announce action) {}

    @Override
    public void cancelAnnouncements(RouterAction.CancelAnnouncements action) {}

    @Override
    public void dropTraffic(RouterAction.DropTraffic action) {}

    @Override
    public void allowTraffic(RouterAction.AllowTraffic action) {}

    @Override
    public void sendNotification(RouterAction.SendNotification action) {}

    @Override
    public void askAhead(RouterAction.AskAhead action) {}

    @Override
    public void askNoMore(RouterAction.AskNoMore action) {}

    @Override
    public void tellConflict(RouterAction.TellConflict action) {}

    @Override
    public void runScript(RouterAction.RunScript action) {}

    @Override
    public void log(RouterAction.Log action) {}
}
