package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout's programs, scripts and examples are; simulated machines see them at the same place. */
final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("lvsdirector.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    private Checkout() {}

    /** The built {@code director}. */
    static String director() {
        return ROOT.resolve("director/target/dist/bin/director").toString();
    }

    /** The built {@code ipvsctl}. */
    static String ipvsctl() {
        return ROOT.resolve("director/target/dist/bin/ipvsctl").toString();
    }

    static String script(String name) {
        return ROOT.resolve("scripts").resolve(name).toString();
    }

    /** The path of {@code docs/examples/NAME}. */
    static String example(String name) {
        return ROOT.resolve("docs/examples").resolve(name).toString();
    }

    /** The text of {@code docs/examples/NAME}. */
    static String exampleText(String name) {
        try {
            return Files.readString(Path.of(example(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/examples/" + name, e);
        }
    }
}
