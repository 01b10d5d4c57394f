package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.machine.RouterAction;
import org.lvsdirector.vrrp.packet.AdvertisementTemplate;
import org.lvsdirector.vrrp.runtime.Neighbours.Question;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.Unaccepted;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Carries out what the machine wants. A port that fails is logged and counted; the actions after it are carried out all the same. */
final class ActionRunner implements RouterAction.Handler, AnnouncementQueue.Sender {
    /** Room for an advertisement of 255 IPv6 addresses and its headers. */
    private static final int SEND_BUFFER_BYTES = 8192;

    private final VrrpPorts ports;
    private final InstanceWires wires;
    private final AnnouncementQueue announcements;
    private final HeldAddresses held;
    private final HeldRouting heldRouting;
    private final AddressProbes probes;
    private final ByteBuffer sendBuffer = ByteBuffer.allocateDirect(SEND_BUFFER_BYTES);
    private final Set<Unaccepted> unaccepted = new LinkedHashSet<>();
    private final Set<AdvertisementTemplate> cannotSend = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable String lastFirewallFailure;
    private long failures;

    ActionRunner(
            VrrpPorts ports,
            InstanceWires wires,
            AnnouncementQueue announcements,
            HeldAddresses held,
            HeldRouting heldRouting,
            AddressProbes probes) {
        this.ports = ports;
        this.wires = wires;
        this.announcements = announcements;
        this.held = held;
        this.heldRouting = heldRouting;
        this.probes = probes;
    }

    /** Calls of ports that failed so far. */
    long failures() {
        return failures;
    }

    @Override
    public void sendAdvert(RouterAction.SendAdvert action) {
        InstanceWire wire = wires.find(action.instance());
        List<AdvertisementTemplate> copies = wire == null ? List.of() : wire.next();
        if (wire == null || copies.isEmpty()) {
            failures++;
            return;
        }
        for (int i = 0; i < copies.size(); i++) { // no iterator on the hot path
            wire.write(copies.get(i), action.priority(), sendBuffer);
            send(wire, copies.get(i));
        }
    }

    private void send(InstanceWire wire, AdvertisementTemplate copy) {
        try {
            ports.transport().send(wire.endpoint(), sendBuffer);
            cannotSend.remove(copy);
        } catch (PortException e) {
            failures++;
            // Once, not once a second: until an advertisement leaves again.
            if (cannotSend.add(copy)) {
                ports.sink().log(LogLevel.ERROR, prefix(wire) + e.getMessage());
            }
        }
    }

    @Override
    public void addAddresses(RouterAction.AddAddresses action) {
        String instanceInterface = action.instance().interfaceName();
        for (VirtualAddress address : action.addresses()) {
            attempt(() -> {
                ports.addresses().add(address, instanceInterface);
                probes.held(question(action.instance(), address), ports.waiter().nanoTime());
                if (!address.options().contains(AddressOption.NOT_TRACKED)) {
                    held.added(address.interfaceOr(instanceInterface), address.address());
                }
            });
        }
    }

    @Override
    public void removeAddresses(RouterAction.RemoveAddresses action) {
        String instanceInterface = action.instance().interfaceName();
        for (VirtualAddress address : action.addresses()) {
            held.removed(address.interfaceOr(instanceInterface), address.address());
            probes.released(question(action.instance(), address));
            attempt(() -> ports.addresses().remove(address, instanceInterface));
        }
    }

    @Override
    public void askAhead(RouterAction.AskAhead action) {
        for (VirtualAddress address : action.addresses()) {
            probes.ahead(question(action.instance(), address), ports.waiter().nanoTime());
        }
    }

    @Override
    public void askNoMore(RouterAction.AskNoMore action) {
        action.addresses().forEach(address -> probes.released(question(action.instance(), address)));
    }

    private Question question(InstanceKey instance, VirtualAddress address) {
        InstanceWire wire = wires.find(instance);
        String where = wire == null
                ? address.interfaceOr(instance.interfaceName())
                : wire.settings().askedOn(address);
        return new Question(where, address.address());
    }

    @Override
    public void addRouting(RouterAction.AddRouting action) {
        for (RoutingEntry entry : action.entries()) {
            heldRouting.added(entry, action.instance());
            attempt(() -> ports.routing().add(entry));
        }
    }

    @Override
    public void removeRouting(RouterAction.RemoveRouting action) {
        for (RoutingEntry entry : action.entries()) {
            heldRouting.removed(entry);
            attempt(() -> ports.routing().remove(entry));
        }
    }

    @Override
    public void announce(RouterAction.Announce action) {
        for (int round = 0; round < action.repeat(); round++) {
            for (VirtualAddress address : action.addresses()) {
                String interfaceName = address.interfaceOr(action.instance().interfaceName());
                announcements.add(
                        new AnnouncementQueue.Announcement(action.instance(), interfaceName, address.address()),
                        action.repeat());
            }
        }
        announcements.sendDue(ports.waiter().nanoTime(), this);
    }

    @Override
    public void send(AnnouncementQueue.Announcement announcement) {
        attempt(() -> {
            if (ports.announcer().announce(announcement.interfaceName(), announcement.address())) {
                ports.sink().log(LogLevel.DETAIL, announcement.text());
            }
        });
    }

    @Override
    public void cancelAnnouncements(RouterAction.CancelAnnouncements action) {
        announcements.cancel(action.instance());
    }

    @Override
    public void dropTraffic(RouterAction.DropTraffic action) {
        action.addresses().forEach(address -> unaccepted.add(unaccepted(address, action.instance())));
        programFirewall();
    }

    @Override
    public void allowTraffic(RouterAction.AllowTraffic action) {
        action.addresses().forEach(address -> unaccepted.remove(unaccepted(address, action.instance())));
        programFirewall();
    }

    private static Unaccepted unaccepted(VirtualAddress address, InstanceKey instance) {
        return new Unaccepted(address.address(), address.interfaceOr(instance.interfaceName()));
    }

    private void programFirewall() {
        try {
            ports.firewall().dropOnly(unaccepted);
            lastFirewallFailure = null;
        } catch (PortException e) {
            failures++;
            String message = e.getMessage();
            if (!String.valueOf(message).equals(lastFirewallFailure)) {
                lastFirewallFailure = message;
                ports.sink().log(LogLevel.WARNING, message + "; traffic to these addresses is not dropped");
            }
        }
    }

    @Override
    public void sendNotification(RouterAction.SendNotification action) {
        ports.sink().notification(action);
    }

    @Override
    public void tellConflict(RouterAction.TellConflict action) {
        ports.sink().conflict(action);
    }

    @Override
    public void runScript(RouterAction.RunScript action) {
        ports.sink().runScript(action.script());
    }

    @Override
    public void log(RouterAction.Log action) {
        ports.sink().log(action.level(), action.text());
    }

    private void attempt(Runnable call) {
        try {
            call.run();
        } catch (PortException e) {
            failures++;
            ports.sink().log(LogLevel.ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static String prefix(InstanceWire wire) {
        return "(" + wire.settings().name() + ") ";
    }
}
