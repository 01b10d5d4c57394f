package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.MailConfig;
import org.lvsdirector.config.MailSecurity;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;

/** The words of mail in {@code global_defs}. */
final class MailReader {
    private static final int PORT = 25;
    private static final String SERVER = "smtp_server";
    private static final String RECIPIENTS = "notification_email";
    private static final String START_TLS = "smtp_starttls";

    private final Problems problems;

    MailReader(Problems problems) {
        this.problems = problems;
    }

    MailConfig read(Block block) {
        Duration timeout = block.time("smtp_connect_timeout");
        String server = block.text(SERVER);
        Entry entry = block.last(SERVER);
        List<String> recipients = recipients(block);
        if (server == null && !recipients.isEmpty()) {
            problems.warning(
                    block.placeOf(RECIPIENTS),
                    "no mail is sent: there is no server for it",
                    "add a line: " + SERVER + " ADDRESS");
        }
        return new MailConfig(
                server,
                entry == null || entry.argument(1) == null ? PORT : Ports.read(entry, 1, 1, PORT, problems),
                timeout,
                block.text("smtp_helo_name"),
                block.text("notification_email_from"),
                recipients,
                security(block),
                !block.flag("no_email_faults"),
                !block.flag("no_checker_emails"));
    }

    private static List<String> recipients(Block block) {
        List<String> recipients = new ArrayList<>();
        for (Entry opener : block.all(RECIPIENTS)) {
            for (Directive line : opener.directive().children()) {
                recipients.add(line.word());
                line.arguments().stream().map(Word::text).forEach(recipients::add);
            }
        }
        return recipients;
    }

    private MailSecurity security(Block block) {
        boolean startTls = block.bool(START_TLS, false);
        String user = block.text("smtp_user");
        if (user != null && !startTls) {
            problems.error(
                    block.placeOf("smtp_user"),
                    "the password of '" + user + "' would travel in the clear",
                    "add a line: " + START_TLS);
        }
        if ((user == null) == block.has("smtp_password_file")) {
            problems.error(
                    block.placeOf(user == null ? "smtp_password_file" : "smtp_user"),
                    "smtp_user and smtp_password_file belong together",
                    "add the other one");
        }
        return new MailSecurity(startTls, block.text("smtp_ca"), user, block.text("smtp_password_file"));
    }
}
