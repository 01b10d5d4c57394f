/**
 * Pure: the validated configuration as immutable records. {@code config.read.ConfigurationReader} makes them.
 */
@NullMarked
package org.lvsdirector.config;

import org.jspecify.annotations.NullMarked;
