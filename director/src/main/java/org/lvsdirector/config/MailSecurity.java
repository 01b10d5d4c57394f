package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * How the mail server is spoken to.
 *
 * @param startTls inside TLS, or not at all
 * @param authorities file of the certificates that are believed; null: the Java runtime's
 * @param user who this machine says it is; null: nobody
 * @param passwordFile file whose first line is that user's password; null: none
 */
public record MailSecurity(
        boolean startTls,
        @Nullable String authorities,
        @Nullable String user,
        @Nullable String passwordFile) {
    /** As keepalived speaks. */
    public static final MailSecurity PLAIN = new MailSecurity(false, null, null, null);
}
