package com.kenai.jffi.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Loads jffi's native library, in place of jffi's class of this name: {@code director.jar} stands before {@code jffi.jar} on the class
 * path, and jffi asks for the class by name. Its own one starts {@code java.util.logging} and compiles lambdas, 18 ms of a command that
 * takes 40, and where it does not find the library it unpacks one into the current directory; see docs/decisions/011-start-up.md.
 *
 * <p>With {@code jffi.boot.library.path}, which the launchers set, the library comes from there or not at all. Without it, as in a test, it
 * is unpacked into a private temporary file.
 */
@NullMarked
public final class StubLoader {
    private static final String BOOT_PATH = "jffi.boot.library.path";
    private static final String LIBRARY = "libjffi-1.2.so";

    /** Why there is no library, or null. */
    private static final @Nullable String FAILURE = load();

    private StubLoader() {}

    /** Whether the library is there; asked by jffi, by name. */
    public static boolean isLoaded() {
        return FAILURE == null;
    }

    /** Why it is not there; asked by jffi, by name. */
    public static @Nullable Throwable getFailureCause() {
        return FAILURE == null ? null : new UnsatisfiedLinkError(FAILURE);
    }

    private static @Nullable String load() {
        try {
            String directory = System.getProperty(BOOT_PATH);
            if (directory == null) {
                loadFromJar();
            } else {
                System.load(directory + "/" + platform() + "/" + LIBRARY);
            }
            return null;
        } catch (IOException | UnsatisfiedLinkError e) {
            return "cannot load jffi's native library: " + e;
        }
    }

    /** jffi's name of this platform, such as {@code x86_64-Linux}. */
    private static String platform() {
        String architecture = System.getProperty("os.arch");
        return (architecture.equals("amd64") ? "x86_64" : architecture) + "-Linux";
    }

    private static void loadFromJar() throws IOException {
        String resource = "/jni/" + platform() + "/" + LIBRARY;
        Path file = Files.createTempFile("libjffi", ".so");
        try (InputStream library = StubLoader.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new FileNotFoundException("no " + resource + " on the class path");
            }
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            System.load(file.toString());
        } finally {
            // The kernel keeps what is mapped.
            Files.delete(file);
        }
    }
}
