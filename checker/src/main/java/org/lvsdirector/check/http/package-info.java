/**
 * HTTP_GET: what a web server answers to a request is as it should be.
 */
@NullMarked
package org.lvsdirector.check.http;

import org.jspecify.annotations.NullMarked;
