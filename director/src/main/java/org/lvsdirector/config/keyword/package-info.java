/**
 * Pure: the table of all keywords, which blocks know which words.
 */
@NullMarked
package org.lvsdirector.config.keyword;

import org.jspecify.annotations.NullMarked;
