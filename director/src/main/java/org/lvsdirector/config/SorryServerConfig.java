package org.lvsdirector.config;

import java.net.InetAddress;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * Who serves when quorum is lost. It is not checked.
 *
 * @param port as written; 0: the virtual server's
 * @param inhibit keep it in the table with weight 0 while it is not needed
 */
public record SorryServerConfig(
        InetAddress address, int port, Forwarding forwarding, boolean inhibit, SourcePlace place) {}
