package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * {@code UDP_CHECK}: a datagram that is answered as it should be or, where no answer is required, that no router and no host sends back as
 * undeliverable within the time-out.
 *
 * @param payload what is sent, two hexadecimal digits a byte; null for something random
 * @param reply what must come back, or null where silence will do
 */
public record UdpProbe(
        ConnectOptions connect,
        @Nullable String payload,
        @Nullable Reply reply) implements NetworkProbe {

    /**
     * An answer that is good.
     *
     * @param nibbles two hexadecimal digits a byte, {@code x} for one that may be any; a shorter answer, or the beginning of a longer one, is
     *     compared as far as both go. Empty for anything
     * @param minLength in bytes
     * @param maxLength in bytes
     */
    public record Reply(String nibbles, int minLength, int maxLength) {}

    @Override
    public CheckResult.Cause silence() {
        return reply == null ? CheckResult.Cause.ANSWERED : CheckResult.Cause.TIMED_OUT;
    }

    @Override
    public String keyword() {
        return "UDP_CHECK";
    }

    @Override
    public String transport() {
        return "udp";
    }

    @Override
    public String passed(String server) {
        return "UDP connection to " + server + " success.";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "UDP connection to " + server + " failed.";
    }
}
