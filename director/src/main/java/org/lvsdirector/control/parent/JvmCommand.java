package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of another JVM like this one: the same java, flags, properties and class path, as the launcher chose them. Read from
 * {@code /proc}, because the runtime's own bean costs 30 ms and leaves out the order.
 *
 * @param words java, flags and main class
 */
public record JvmCommand(List<String> words) {
    private static final Path OWN_COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String MAX_HEAP = "-Xmx";
    private static final long MIB = 1024 * 1024;

    public JvmCommand {
        words = List.copyOf(words);
    }

    /** The command that made this process, up to its main class. */
    public static JvmCommand likeThisOne(String mainClass) throws IOException {
        List<String> own = ownWords();
        int main = own.indexOf(mainClass);
        List<String> words = new ArrayList<>(List.of(ownProgram()));
        if (main > 0) {
            words.addAll(own.subList(1, main + 1));
        } else {
            // Started by something else, such as a test.
            words.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), mainClass));
        }
        return new JvmCommand(words);
    }

    /** All words of the command that made this process. */
    public static List<String> ownWords() throws IOException {
        return List.of(
                Files.readString(OWN_COMMAND_LINE, StandardCharsets.UTF_8).split("\0"));
    }

    /** The java of this process. */
    public static String ownProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The same with a heap of at most so many bytes, rounded up to whole MiB. */
    public JvmCommand withHeap(long bytes) {
        List<String> changed = new ArrayList<>(words);
        changed.removeIf(word -> word.startsWith(MAX_HEAP));
        changed.add(1, MAX_HEAP + (bytes + MIB - 1) / MIB + "m");
        return new JvmCommand(changed);
    }

    /** The whole command with the arguments of the program. */
    public List<String> with(List<String> arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(arguments);
        return all;
    }
}
