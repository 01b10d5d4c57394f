/**
 * The vrrp process: the link on one side, the driver on the other.
 */
@NullMarked
package org.lvsdirector.control.child.vrrp;

import org.jspecify.annotations.NullMarked;
