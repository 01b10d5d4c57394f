package org.lvsdirector.check;

/**
 * {@code DNS_CHECK}: a question over UDP that is answered without an error; what the answer says is not looked at.
 *
 * @param type kind of record to ask for
 * @param name domain name in labels of at most 63 ASCII characters, with or without a dot at its end; {@code .} is the root
 */
public record DnsProbe(ConnectOptions connect, Type type, String name) implements NetworkProbe {

    /** Kinds of records, by the number that stands in messages (RFC 1035, section 3.2.2; RFC 3596; RFC 4034). */
    public enum Type {
        A(1),
        NS(2),
        CNAME(5),
        SOA(6),
        MX(15),
        TXT(16),
        AAAA(28),
        RRSIG(46),
        DNSKEY(48);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        /** The number in messages. */
        public int number() {
            return number;
        }
    }

    @Override
    public String keyword() {
        return "DNS_CHECK";
    }

    @Override
    public String transport() {
        return "udp";
    }

    @Override
    public String passed(String server) {
        return "DNS_CHECK on service " + server + " success.";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "DNS_CHECK on service " + server + ": " + result.detail() + ".";
    }
}
