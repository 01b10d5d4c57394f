package org.lvsdirector.vrrp.settings;

import org.lvsdirector.vrrp.packet.Family;

/**
 * What makes two instances the same across a reload: keepalived matches by these, not by name.
 *
 * @param interfaceName the interface that advertisements use
 * @param vrid virtual router id, 1 to 255
 */
public record InstanceKey(String interfaceName, Family family, int vrid) {}
