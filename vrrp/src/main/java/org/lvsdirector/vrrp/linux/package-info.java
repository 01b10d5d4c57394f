/**
 * Linux adapters of the driver's ports: raw sockets, gratuitous ARP, addresses, links.
 */
@NullMarked
package org.lvsdirector.vrrp.linux;

import org.jspecify.annotations.NullMarked;
