package org.lvsdirector.netlink.netfilter;

import java.net.InetAddress;

/**
 * That packets to an address and port get a firewall mark.
 *
 * @param protocol number of the IP protocol: TCP, UDP or SCTP
 * @param mark unsigned 32 bits, not 0
 */
public record PacketMark(InetAddress destination, int protocol, int port, long mark) {}
