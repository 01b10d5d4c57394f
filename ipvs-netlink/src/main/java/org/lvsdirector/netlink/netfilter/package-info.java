/**
 * nf_tables over nfnetlink, as far as VRRP needs it: one table that drops traffic to and from addresses, and keeps interfaces quiet about their groups.
 */
@NullMarked
package org.lvsdirector.netlink.netfilter;

import org.jspecify.annotations.NullMarked;
