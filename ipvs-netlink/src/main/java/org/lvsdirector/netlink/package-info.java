/**
 * Netlink: message headers, attributes and the connection (sequence numbers, acknowledgements, dumps, batches).
 */
@NullMarked
package org.lvsdirector.netlink;

import org.jspecify.annotations.NullMarked;
