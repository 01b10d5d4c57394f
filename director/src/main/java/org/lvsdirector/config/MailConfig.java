package org.lvsdirector.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mail of {@code global_defs}.
 *
 * @param server address or name as written, not looked up; null: no mail
 * @param port 1 to 65535
 * @param connectTimeout also how long the server may take for each answer
 * @param helo name by which this machine greets the server; null: the host's
 * @param from sender; null: {@code keepalived} at this host
 * @param recipients who gets it; none: no mail
 * @param faults whether mail is sent of FAULT
 * @param everyCheck whether mail is sent of a check that changes without its real server changing
 */
public record MailConfig(
        @Nullable String server,
        int port,
        Duration connectTimeout,
        @Nullable String helo,
        @Nullable String from,
        List<String> recipients,
        MailSecurity security,
        boolean faults,
        boolean everyCheck) {
    public MailConfig {
        recipients = List.copyOf(recipients);
    }
}
