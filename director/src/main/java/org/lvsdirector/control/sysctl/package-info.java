/**
 * Settings of the kernel that are other while this director runs.
 */
@NullMarked
package org.lvsdirector.control.sysctl;

import org.jspecify.annotations.NullMarked;
