package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Actions as short words such as {@code VI_1 advert 100}; log lines are kept apart. */
final class Words implements RouterAction.Handler {
    private final Map<InstanceKey, String> names = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    void learn(RouterSettings settings) {
        settings.instances().forEach(each -> names.put(each.key(), each.name()));
    }

    List<String> of(List<RouterAction> actions) {
        said.clear();
        actions.forEach(each -> each.runOn(this));
        return List.copyOf(said);
    }

    List<String> takeLogged() {
        List<String> taken = List.copyOf(logged);
        logged.clear();
        return taken;
    }

    /** What was asked of the network, which no rule of the protocol knows of; so it is kept apart. */
    List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    @Override
    public void sendAdvert(RouterAction.SendAdvert action) {
        say(action.instance(), "advert " + action.priority());
    }

    @Override
    public void addAddresses(RouterAction.AddAddresses action) {
        say(action.instance(), "add " + text(action.addresses()));
    }

    @Override
    public void removeAddresses(RouterAction.RemoveAddresses action) {
        say(action.instance(), "remove " + text(action.addresses()));
    }

    @Override
    public void addRouting(RouterAction.AddRouting action) {
        action.entries().forEach(entry -> say(action.instance(), "add " + entry.text()));
    }

    @Override
    public void removeRouting(RouterAction.RemoveRouting action) {
        action.entries().forEach(entry -> say(action.instance(), "remove " + entry.text()));
    }

    @Override
    public void announce(RouterAction.Announce action) {
        say(action.instance(), "announce " + text(action.addresses()) + " x" + action.repeat());
    }

    @Override
    public void cancelAnnouncements(RouterAction.CancelAnnouncements action) {
        say(action.instance(), "hush");
    }

    @Override
    public void dropTraffic(RouterAction.DropTraffic action) {
        say(action.instance(), "drop " + text(action.addresses()));
    }

    @Override
    public void allowTraffic(RouterAction.AllowTraffic action) {
        say(action.instance(), "allow " + text(action.addresses()));
    }

    @Override
    public void sendNotification(RouterAction.SendNotification action) {
        said.add("notify " + action.subject() + " " + action.name() + " " + action.state() + " " + action.priority());
    }

    @Override
    public void askAhead(RouterAction.AskAhead action) {
        asked.add("ask " + text(action.addresses()));
    }

    @Override
    public void askNoMore(RouterAction.AskNoMore action) {
        asked.add("ask no more " + text(action.addresses()));
    }

    @Override
    public void tellConflict(RouterAction.TellConflict action) {
        Conflict conflict = action.conflict();
        said.add(action.name() + " conflict " + (conflict.begins() ? "begins " : "ends ") + conflict.kind() + " "
                + conflict.address().getHostAddress() + " " + conflict.hardware());
    }

    @Override
    public void runScript(RouterAction.RunScript action) {
        said.add("run " + action.script());
    }

    @Override
    public void log(RouterAction.Log action) {
        logged.add(action.text());
    }

    private void say(InstanceKey instance, String what) {
        said.add(names.get(instance) + " " + what);
    }

    private static String text(List<VirtualAddress> addresses) {
        return addresses.stream().map(each -> each.address().getHostAddress()).collect(Collectors.joining(","));
    }
}
