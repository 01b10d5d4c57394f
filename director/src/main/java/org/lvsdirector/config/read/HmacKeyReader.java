package org.lvsdirector.config.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourceLoader;

/** The value of a {@code key}: {@code hex:DIGITS}, {@code file:PATH} with one of the other two in it, or the bytes themselves. */
final class HmacKeyReader {
    private static final int LEAST = 32;
    private static final int MOST = 64;
    private static final String HEX = "hex:";
    private static final String FILE = "file:";

    private final SourceLoader loader;
    private final Problems problems;

    HmacKeyReader(SourceLoader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
    }

    /** The key as hexadecimal digits, or null after a report. */
    @Nullable
    String hex(Entry entry) {
        String text = entry.argument(1);
        if (text == null) {
            return refuse(entry, "a key needs a number and a value");
        }
        byte[] value = text.startsWith(FILE)
                ? file(entry, text.substring(FILE.length()))
                : text.getBytes(StandardCharsets.UTF_8);
        return value == null ? null : decoded(entry, value);
    }

    private byte @Nullable [] file(Entry entry, String name) {
        Path file = Path.of(name);
        try {
            byte[] content = loader.read(file);
            if (loader.isOpenToOthers(file)) {
                problems.warning(
                        entry.placeOf(1),
                        "the key in " + name + " can be read by others than its owner",
                        "chmod 600 " + name);
            }
            return withoutLineEnd(content);
        } catch (NoSuchFileException e) {
            refuse(entry, "there is no file " + name);
        } catch (IOException e) {
            refuse(entry, "the key in " + name + " cannot be read: " + e.getMessage());
        }
        return null;
    }

    private static byte[] withoutLineEnd(byte[] content) {
        int length = content.length;
        while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
            length--;
        }
        return Arrays.copyOf(content, length);
    }

    private @Nullable String decoded(Entry entry, byte[] value) {
        String text = new String(value, StandardCharsets.ISO_8859_1);
        HexFormat format = HexFormat.of();
        String hex = text.startsWith(HEX) ? text.substring(HEX.length()) : format.formatHex(value);
        int length = hex.length() / 2;
        if (!hex.matches("([0-9A-Fa-f]{2})*")) {
            return refuse(entry, "what follows hex: is no pairs of hexadecimal digits");
        }
        return length < LEAST || length > MOST ? refuse(entry, "the key has " + length + " bytes") : hex;
    }

    private @Nullable String refuse(Entry entry, String message) {
        problems.error(
                entry.placeOf(1),
                message,
                "a key has " + LEAST + " to " + MOST
                        + " bytes: openssl rand -hex 32 makes one, to be written as hex:...");
        return null;
    }
}
