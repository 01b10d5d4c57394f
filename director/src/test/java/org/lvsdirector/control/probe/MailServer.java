package org.lvsdirector.control.probe;

import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/** Postfix on a simulated machine: port 25 serves, port 26 turns everybody away, port 27 greets after a while. */
final class MailServer {
    private static final String MAIN = """
            compatibility_level = 3.6
            queue_directory = /run/mail/spool
            data_directory = /run/mail/lib
            maillog_file = /dev/stdout
            inet_protocols = ipv4
            myhostname = mail.example.org
            alias_maps =
            smtpd_delay_reject = no
            """;
    private static final String SERVICES = """
            25 inet n - n - - smtpd
            26 inet n - n - - smtpd -o smtpd_client_restrictions=reject
            27 inet n - n - - smtpd -o { smtpd_client_restrictions = sleep 8 }
            anvil unix - - n - 1 anvil
            cleanup unix n - n - 0 cleanup
            postlog unix-dgram n - n - 1 postlogd
            proxymap unix - - n - - proxymap
            rewrite unix - - n - - trivial-rewrite
            """;

    private MailServer() {}

    /** Starts it; it does not answer at once. */
    static Running start(Host host) {
        host.write("/run/postfix/main.cf", MAIN);
        host.write("/run/postfix/master.cf", SERVICES);
        host.exec("install", "-d", "/run/mail/spool");
        host.exec("install", "-d", "-o", "postfix", "/run/mail/lib");
        return host.start("postfix", "-c", "/run/postfix", "start-fg");
    }
}
