package org.lvsdirector.vrrp.settings;

/** A property that a virtual address may have beside where it is. */
public enum AddressOption {
    /** Mobile IPv6 home address. */
    HOME,
    /** IPv6: look for duplicates before use; virtual addresses usually are used at once. */
    DETECT_DUPLICATES,
    /** IPv6: the kernel makes temporary addresses of the same prefix. */
    MANAGE_TEMPORARY,
    /** No route to the prefix comes with it. */
    NO_PREFIX_ROUTE,
    /** The kernel joins the multicast group that the address is. */
    AUTO_JOIN,
    /** Nobody minds when somebody else removes it. */
    NOT_TRACKED
}
