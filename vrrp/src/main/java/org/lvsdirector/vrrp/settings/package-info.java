/**
 * What an operator has asked of VRRP, as plain records that travel from parent to child as JSON: no keyword of any configuration file, no
 * default that depends on the machine. Durations are {@code long} nanoseconds and say so in their name.
 */
@NullMarked
package org.lvsdirector.vrrp.settings;

import org.jspecify.annotations.NullMarked;
