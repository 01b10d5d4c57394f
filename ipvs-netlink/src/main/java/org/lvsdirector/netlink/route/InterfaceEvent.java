package org.lvsdirector.netlink.route;

/** Something about links or addresses that changed in the namespace, in the kernel's order. */
public sealed interface InterfaceEvent {

    /** {@code RTM_NEWLINK}: a link appeared, or any of its properties changed; the kernel repeats it freely. */
    record LinkChanged(Link link) implements InterfaceEvent {}

    /** {@code RTM_DELLINK}: a link is gone. */
    record LinkRemoved(Link link) implements InterfaceEvent {}

    /** {@code RTM_NEWADDR}: an address appeared, or one of its properties changed. */
    record AddressChanged(InterfaceAddress address) implements InterfaceEvent {}

    /** {@code RTM_DELADDR}: an address is gone. */
    record AddressRemoved(InterfaceAddress address) implements InterfaceEvent {}

    /** {@code ENOBUFS}: the kernel dropped events because we read too slowly. Dump links and addresses and compare. */
    record EventsLost() implements InterfaceEvent {}
}
