package org.lvsdirector.endtoend;

import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;

/** A mail server on port 2525 of a machine's loopback, and what it was told. */
final class LetterBox {
    private static final String LETTERS = "/run/letters";

    private final Host host;

    LetterBox(Host host) {
        this.host = host;
    }

    /** Starts the server that a script of this package is. */
    void serve(String script, String... arguments) {
        host.write("/run/" + script, resource(script));
        empty();
        Stream<String> command = Stream.of("/usr/bin/python3", "/run/" + script, "2525", LETTERS);
        host.start(Stream.concat(command, Stream.of(arguments)).toArray(String[]::new));
        Await.until("a mail server", SOON, () -> host.run("ss", "-Hltn", "sport = :2525")
                .output()
                .contains("2525"));
    }

    /** Forgets all letters. */
    void empty() {
        host.write(LETTERS, "");
    }

    /** Waits until so many letters are about something. */
    void await(String title, int count) {
        Await.until(
                count + " letters about " + title,
                SOON,
                () -> letters().stream()
                                .filter(letter -> letter.contains(title))
                                .count()
                        == count);
    }

    /** Each letter with what was said around it, without the time that it was written at, in the order of their ends. */
    List<String> letters() {
        return Stream.of(notes().split("=====\r\n"))
                .filter(letter -> letter.contains("Subject: "))
                .map(letter -> letter.replaceFirst("Date: [^\r]*", "Date:"))
                .toList();
    }

    /** All that the server wrote down. */
    String notes() {
        return host.read(LETTERS);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(LetterBox.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
