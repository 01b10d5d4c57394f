/**
 * The driver: one thread turns packets and deadlines into machine steps and machine actions into calls of ports.
 */
@NullMarked
package org.lvsdirector.vrrp.runtime;

import org.jspecify.annotations.NullMarked;
