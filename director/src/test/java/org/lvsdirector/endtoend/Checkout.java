package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout's programs, scripts and examples are; simulated machines see them at the same place. */
final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("lvsdirector.checkout", "."))
            .toAbsolutePath()
            .normalize();

    private Checkout() {}

    static String director() {
        return ROOT.resolve("director/target/dist/bin/director").toString();
    }

    static String ipvsctl() {
        return ROOT.resolve("director/target/dist/bin/ipvsctl").toString();
    }

    static String script(String name) {
        return ROOT.resolve("scripts").resolve(name).toString();
    }

    /** The text of {@code docs/examples/NAME}. */
    static String example(String name) {
        try {
            return Files.readString(ROOT.resolve("docs/examples").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/examples/" + name, e);
        }
    }
}
