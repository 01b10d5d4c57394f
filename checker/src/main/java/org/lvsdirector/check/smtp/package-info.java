/**
 * SMTP_CHECK: a mail server that greets and answers means alive.
 */
@NullMarked
package org.lvsdirector.check.smtp;

import org.jspecify.annotations.NullMarked;
