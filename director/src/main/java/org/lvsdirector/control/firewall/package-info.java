/** Drops traffic by chains of iptables, for those who want it there: rules as text, the programs that change them, and who has them run. */
@NullMarked
package org.lvsdirector.control.firewall;

import org.jspecify.annotations.NullMarked;
