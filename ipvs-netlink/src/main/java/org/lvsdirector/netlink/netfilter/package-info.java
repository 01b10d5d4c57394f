/**
 * nf_tables and ipset over nfnetlink, as far as a director needs them: one table that drops traffic to and from addresses, and keeps interfaces quiet about their groups.
 */
@NullMarked
package org.lvsdirector.netlink.netfilter;

import org.jspecify.annotations.NullMarked;
