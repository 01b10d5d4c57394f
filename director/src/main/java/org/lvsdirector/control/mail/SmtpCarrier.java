package org.lvsdirector.control.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.tls.TlsContexts;
import org.lvsdirector.check.tls.UnusableTlsException;
import org.lvsdirector.config.MailSecurity;

/** Carries letters by SMTP, with Angus Mail: in plain SMTP as keepalived does, or inside TLS and logged in. */
public final class SmtpCarrier implements Carrier {
    private static final String PREFIX = "mail.smtp.";

    @Override
    public void carry(MailSettings settings, Letter letter) throws IOException {
        Session session = Session.getInstance(properties(settings));
        URLName server = new URLName("smtp", settings.server(), settings.port(), null, null, null);
        byte[] text = MailText.of(settings, letter, ZonedDateTime.now(ZoneId.systemDefault()))
                .getBytes(StandardCharsets.UTF_8);
        try (SMTPTransport transport = new SMTPTransport(session, server)) {
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(text));
            MailSecurity security = settings.security();
            transport.connect(settings.server(), settings.port(), security.user(), password(security));
            transport.sendMessage(message, recipients(settings));
        } catch (MessagingException failure) {
            throw new IOException(reason(failure), failure);
        }
    }

    private static Properties properties(MailSettings settings) throws IOException {
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        List.of("connectiontimeout", "timeout", "writetimeout").forEach(each -> properties.put(PREFIX + each, millis));
        properties.put(PREFIX + "localhost", settings.helo());
        properties.put(PREFIX + "from", MailText.addressOf(settings.from()));
        properties.put(PREFIX + "sendpartial", "true");
        MailSecurity security = settings.security();
        // keepalived's HELO, unless an extension is wanted.
        properties.put(PREFIX + "ehlo", Boolean.toString(security.startTls()));
        properties.put(PREFIX + "auth", Boolean.toString(security.user() != null));
        if (security.startTls()) {
            properties.put(PREFIX + "starttls.required", "true");
            properties.put(PREFIX + "ssl.checkserveridentity", "true");
            if (security.authorities() != null) {
                properties.put(PREFIX + "ssl.socketFactory", trusting(security.authorities()));
            }
        }
        return properties;
    }

    private static Object trusting(String authorities) throws IOException {
        try {
            return new TlsContexts()
                    .of(new TlsSettings(null, authorities, TlsSettings.Proof.NAME))
                    .getSocketFactory();
        } catch (UnusableTlsException unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    private static @Nullable String password(MailSecurity security) throws IOException {
        if (security.passwordFile() == null) {
            return null;
        }
        try (var lines = Files.lines(Path.of(security.passwordFile()))) {
            return lines.findFirst().orElse("");
        }
    }

    private static Address[] recipients(MailSettings settings) throws MessagingException {
        Address[] recipients = new Address[settings.recipients().size()];
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] =
                    new InternetAddress(MailText.addressOf(settings.recipients().get(i)), false);
        }
        return recipients;
    }

    /** The library wraps what happened in what it was about. */
    private static String reason(MessagingException failure) {
        Exception cause = failure.getNextException();
        String what = String.valueOf(failure.getMessage()).strip();
        return cause == null || cause.getMessage() == null
                ? what
                : what + " (" + cause.getMessage().strip() + ")";
    }
}
