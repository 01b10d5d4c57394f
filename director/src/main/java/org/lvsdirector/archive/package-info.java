/**
 * Runs when a class-data archive is made, never otherwise; see {@code lib/archive.sh} in the distribution.
 */
@NullMarked
package org.lvsdirector.archive;

import org.jspecify.annotations.NullMarked;
