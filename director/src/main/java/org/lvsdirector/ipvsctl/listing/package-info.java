/**
 * What {@code ipvsctl} prints, in ipvsadm's formats.
 */
@NullMarked
package org.lvsdirector.ipvsctl.listing;

import org.jspecify.annotations.NullMarked;
