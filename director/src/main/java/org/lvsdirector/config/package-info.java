/**
 * Pure: the validated configuration as immutable records, and the keyword table it is read by.
 */
@NullMarked
package org.lvsdirector.config;

import org.jspecify.annotations.NullMarked;
