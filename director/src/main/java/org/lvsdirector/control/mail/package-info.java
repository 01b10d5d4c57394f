/**
 * Tells people what has happened: keepalived's letters, word for word, and the thread that mails them.
 */
@NullMarked
package org.lvsdirector.control.mail;

import org.jspecify.annotations.NullMarked;
