/**
 * Pure: the VRRP state machine, sync groups and tracking weights; time and events are arguments.
 *
 * <p>{@link org.lvsdirector.vrrp.machine.VrrpRouter} is the way in. Settings come from {@code vrrp.settings}, packets from
 * {@code vrrp.packet}.
 */
@NullMarked
package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.NullMarked;
