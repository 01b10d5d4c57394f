package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A wrong command line and what ipvsadm 1.31 answers to it, as recorded in {@code mistakes.tsv}.
 *
 * @param message all of standard error without the last line end
 */
record Mistake(int exitCode, String message, String line) {
    static List<Mistake> all() {
        try (InputStream file = Mistake.class.getResourceAsStream("mistakes.tsv")) {
            byte[] bytes = Objects.requireNonNull(file, "mistakes.tsv").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Mistake::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mistake read(String line) {
        String[] fields = line.split("\t", -1);
        return new Mistake(Integer.parseInt(fields[0]), fields[1].replace("\\n", "\n"), fields[2]);
    }

    @Override
    public String toString() {
        return line;
    }
}
