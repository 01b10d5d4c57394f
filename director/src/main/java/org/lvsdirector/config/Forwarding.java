package org.lvsdirector.config;

import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Tunnel;

/**
 * How packets reach a real server.
 *
 * @param tunnel {@link Tunnel#IPIP} unless the method is {@link ForwardingMethod#TUNNEL} with another encapsulation
 */
public record Forwarding(ForwardingMethod method, Tunnel tunnel) {}
