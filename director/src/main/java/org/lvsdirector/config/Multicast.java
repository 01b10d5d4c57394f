package org.lvsdirector.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of multicast adverts.
 *
 * @param source {@code mcast_src_ip}; null: the interface's own first address
 * @param trackSource the instance is at FAULT while {@code source} is not on the interface
 * @param group destination, by default {@code 224.0.0.18} or {@code ff02::12}
 */
public record Multicast(@Nullable InetAddress source, boolean trackSource, InetAddress group) {}
