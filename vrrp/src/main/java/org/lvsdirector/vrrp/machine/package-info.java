/**
 * Pure: the VRRP state machine, sync groups and tracking weights; time and events are arguments.
 */
@NullMarked
package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.NullMarked;
