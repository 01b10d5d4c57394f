package org.lvsdirector.vrrp.machine;

import java.util.List;
import org.lvsdirector.vrrp.machine.RouterAction.AddAddresses;
import org.lvsdirector.vrrp.machine.RouterAction.Announce;
import org.lvsdirector.vrrp.machine.RouterEvent.AddressRemoved;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * A MASTER puts back what somebody else took from it, and tells the neighbours again: a network manager that starts anew and clears an
 * interface is no reason for another router to take over.
 */
final class AddressRestoration {
    private AddressRestoration() {}

    /** The instance's virtual addresses that an event is about; usually one, or none. */
    static List<VirtualAddress> concerned(Instance instance, AddressRemoved event) {
        String own = instance.settings().interfaceName();
        return instance.addresses().stream()
                .filter(each -> each.address().equals(event.address())
                        && each.interfaceOr(own).equals(event.interfaceName()))
                .toList();
    }

    static void of(Turn turn, AddressRemoved event) {
        List<VirtualAddress> lost = concerned(turn.instance(), event);
        turn.say(LogLevel.WARNING, "putting back " + Turn.text(event.address()) + ", which somebody else removed");
        turn.act(new AddAddresses(turn.instance().key(), lost));
        if (turn.garp().repeat() > 0) {
            turn.act(new Announce(turn.instance().key(), lost, turn.garp().repeat()));
        }
    }
}
