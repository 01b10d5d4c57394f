package org.lvsdirector.ipvs;

/** The kernel's IPVS version and the size of its connection table in entries. */
public record IpvsInfo(int major, int minor, int patch, long connectionTableSize) {}
