package org.lvsdirector.control.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A letter as it goes over the wire, with the headers that keepalived writes and in its order. */
final class MailText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailText() {}

    static String of(MailSettings settings, Letter letter, ZonedDateTime now) {
        return "Date: " + DATE.format(now) + "\r\n"
                + "From: " + settings.from() + "\r\n"
                + "Subject: [" + settings.routerId() + "] " + letter.subject() + "\r\n"
                + "X-Mailer: Keepalived\r\n"
                + "To: " + String.join(", ", settings.recipients()) + "\r\n\r\n"
                + letter.body() + "\r\n\r\n";
    }

    /** The address alone of {@code NAME <ADDRESS>}. */
    static String addressOf(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        return open < 0 || close < 0 ? text : text.substring(open + 1, close);
    }
}
