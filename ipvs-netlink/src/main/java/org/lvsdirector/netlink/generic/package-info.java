/**
 * Generic netlink: its four-byte header and the lookup of a family by name.
 */
@NullMarked
package org.lvsdirector.netlink.generic;

import org.jspecify.annotations.NullMarked;
