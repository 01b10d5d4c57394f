package org.lvsdirector.control.firewall;

/**
 * A rule of iptables.
 *
 * @param first whether it stands in front of what others have in the chain, or behind
 * @param match which packets it is for
 * @param verdict what becomes of them
 */
record DropRule(String chain, boolean first, String match, String verdict) {}
