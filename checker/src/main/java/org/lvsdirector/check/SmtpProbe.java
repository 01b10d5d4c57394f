package org.lvsdirector.check;

/**
 * {@code SMTP_CHECK}: a mail server that greets, and answers a greeting.
 *
 * @param helloName how we introduce ourselves
 */
public record SmtpProbe(ConnectOptions connect, String helloName) implements NetworkProbe {

    @Override
    public String keyword() {
        return "SMTP_CHECK";
    }

    @Override
    public String transport() {
        return "tcp";
    }

    @Override
    public String passed(String server) {
        return "Remote SMTP server " + server + " succeed on service.";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "Remote SMTP server " + server + " failed: " + result.detail() + ".";
    }
}
