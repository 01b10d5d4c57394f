package org.lvsdirector.control.mail;

import java.time.Duration;
import java.util.List;
import org.lvsdirector.config.MailSecurity;

/**
 * Where letters go and from whom.
 *
 * @param server address or name
 * @param timeout for the connection and for each answer
 * @param helo name by which this machine greets the server
 * @param from sender, perhaps {@code NAME <ADDRESS>}
 * @param recipients at least one
 * @param routerId stands before each subject
 */
public record MailSettings(
        String server,
        int port,
        Duration timeout,
        String helo,
        String from,
        List<String> recipients,
        MailSecurity security,
        String routerId) {
    public MailSettings {
        recipients = List.copyOf(recipients);
    }
}
