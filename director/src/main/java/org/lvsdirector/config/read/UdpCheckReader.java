package org.lvsdirector.config.read;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.UdpProbe;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code UDP_CHECK} blocks. */
final class UdpCheckReader {
    private final CheckOptionsReader options;
    private final Problems problems;

    UdpCheckReader(CheckOptionsReader options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    CheckerConfig read(Block block, CheckerReader.Subject subject) {
        Entry payload = block.last("payload");
        Entry reply = block.last("require_reply");
        int least = block.count("min_reply_length");
        int most = block.count("max_reply_length");
        if (least > most) {
            problems.error(
                    block.placeOf("min_reply_length"),
                    "min_reply_length " + least + " is above max_reply_length " + most,
                    "no answer could be right");
        }
        return new CheckerConfig.Udp(
                options.read(block, subject, CheckOptionsReader.USUAL),
                payload == null ? null : digits(payload, "[0-9a-f]*"),
                reply == null ? null : reply(reply, least, most),
                block.place());
    }

    private UdpProbe.Reply reply(Entry entry, int least, int most) {
        String digits = digits(entry, "[0-9a-fx]*");
        return new UdpProbe.Reply(digits == null ? "" : digits, least, most);
    }

    /**
     * Two digits for each byte. Blanks may stand anywhere; a digit that they leave alone is a byte of its own. In quotes it is text.
     */
    private @Nullable String digits(Entry entry, String allowed) {
        String raw = entry.directive().rawArguments().strip();
        if (raw.startsWith("\"") || raw.startsWith("'")) {
            String text = String.join(" ", quoted(entry, raw));
            return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        }
        StringBuilder digits = new StringBuilder();
        for (String word : raw.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!word.matches(allowed)) {
                problems.error(
                        entry.placeOf(0),
                        "'" + word + "' is not hexadecimal",
                        "write hexadecimal digits, or text in quotes");
                return null;
            }
            int pairs = word.length() / 2 * 2;
            digits.append(word, 0, pairs);
            if (pairs < word.length()) {
                digits.append('0').append(word.charAt(pairs));
            }
        }
        return digits.toString();
    }

    private List<String> quoted(Entry entry, String raw) {
        try {
            return CommandLine.split(raw);
        } catch (IllegalArgumentException e) {
            problems.error(entry.placeOf(0), "this text cannot be read: " + e.getMessage(), "close the quote");
            return List.of();
        }
    }
}
