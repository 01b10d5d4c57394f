/**
 * Pure: the configurations of two directors that stand in for each other, held side by side.
 */
@NullMarked
package org.lvsdirector.config.pair;

import org.jspecify.annotations.NullMarked;
