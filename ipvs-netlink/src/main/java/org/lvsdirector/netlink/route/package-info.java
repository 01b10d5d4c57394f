/**
 * rtnetlink: links, addresses and their change events.
 */
@NullMarked
package org.lvsdirector.netlink.route;

import org.jspecify.annotations.NullMarked;
