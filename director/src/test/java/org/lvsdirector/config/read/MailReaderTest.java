package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.MailConfig;
import org.lvsdirector.config.MailSecurity;

class MailReaderTest {
    @Test
    void everyWord() {
        MailConfig mail = Reading.accepted("""
                global_defs {
                    smtp_server mail.example 2525
                    smtp_connect_timeout 7
                    smtp_helo_name left.example
                    notification_email_from "LVS <lvs@example>"
                    notification_email {
                        a@example b@example
                        c@example
                    }
                    no_email_faults
                    no_checker_emails
                    smtp_starttls
                    smtp_ca /etc/ca.pem
                    smtp_user lvs
                    smtp_password_file /etc/secret
                }
                """).globals().mail();
        assertEquals(
                new MailConfig(
                        "mail.example",
                        2525,
                        Duration.ofSeconds(7),
                        "left.example",
                        "LVS <lvs@example>",
                        List.of("a@example", "b@example", "c@example"),
                        new MailSecurity(true, "/etc/ca.pem", "lvs", "/etc/secret"),
                        false,
                        false),
                mail);
    }

    /** As keepalived has it: real servers send mail even where nothing says so. */
    @ParameterizedTest
    @CsvSource({
        "'', '', false, false, true",
        "smtp_alert, '', true, true, true",
        "smtp_alert off, '', false, false, false",
        "smtp_alert_vrrp on, '', true, false, true",
        "smtp_alert_checker off, '', false, false, false",
        "smtp_alert_checker on, '', false, true, true",
        "smtp_alert, smtp_alert off, false, true, true",
        "'', smtp_alert, true, false, true",
    })
    void whatSaysNothingFollowsTheGlobals(String global, String own, boolean vrrp, boolean service, boolean server) {
        Configuration read = Reading.accepted("global_defs {\n" + global + "\n}\n" + blocks(own));
        assertEquals(vrrp, read.instances().get(0).notifications().events().mail());
        assertEquals(service, read.virtualServers().get(0).quorum().mail());
        assertEquals(server, read.virtualServers().get(0).realServers().get(0).mail());
    }

    @Test
    void halfASetOfWordsIsTold() {
        assertEquals(
                List.of("2:1 warning: no mail is sent: there is no server for it"),
                Reading.problems("global_defs {\nnotification_email { a@example }\n}\n"));
        assertEquals(
                List.of("2:1 error: smtp_user and smtp_password_file belong together"),
                Reading.problems("global_defs {\nsmtp_password_file /etc/secret\n}\n"));
    }

    @Test
    void noPasswordTravelsInTheClear() {
        assertEquals(
                List.of("2:1 error: the password of 'lvs' would travel in the clear"),
                Reading.problems("global_defs {\nsmtp_user lvs\nsmtp_password_file /etc/secret\n}\n"));
    }

    private static String blocks(String ofInstance) {
        return """
                vrrp_instance V {
                    interface eth0
                    virtual_router_id 1
                    virtual_ipaddress { 10.0.0.9 }
                    %s
                }
                virtual_server 10.0.0.1 80 {
                    protocol TCP
                    lb_kind DR
                    real_server 10.0.0.2 80 { }
                }
                """.formatted(ofInstance);
    }
}
