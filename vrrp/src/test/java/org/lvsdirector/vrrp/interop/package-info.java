/** The driver on a real network, among them with the real keepalived as its peer. */
@NullMarked
package org.lvsdirector.vrrp.interop;

import org.jspecify.annotations.NullMarked;
