package org.lvsdirector.control.link;

/**
 * The process at the other end of a unix socket when it connected ({@code SO_PEERCRED}).
 *
 * @param pid as this process's pid namespace counts
 */
public record Peer(int pid, int uid) {}
