/**
 * Pure: VRRP advertisements as records, their codec, checksum and authentication.
 */
@NullMarked
package org.lvsdirector.vrrp.packet;

import org.jspecify.annotations.NullMarked;
