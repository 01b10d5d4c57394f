package org.lvsdirector.ipvs;

/** A virtual service as the kernel reports it. */
public record ServiceEntry(VirtualService service, TrafficStats stats) {}
