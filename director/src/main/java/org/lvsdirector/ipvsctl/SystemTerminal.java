package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's own terminal, found by the names of its streams in {@code /proc}; asked only where there is something to draw. */
final class SystemTerminal implements Terminal {
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final int USUAL_ROWS = 24;
    private static final int USUAL_COLUMNS = 80;

    @Override
    public boolean isOutput() {
        return isTerminal(OUTPUT);
    }

    @Override
    public boolean isErrors() {
        return isTerminal(ERRORS);
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int rows() {
        return size(0, USUAL_ROWS);
    }

    @Override
    public int columns() {
        return size(1, USUAL_COLUMNS);
    }

    /** stty(1) prints lines and columns of the terminal that is its input. */
    private static int size(int index, int otherwise) {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] numbers = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            int number = Integer.parseInt(numbers[index]);
            return number > 0 ? number : otherwise;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return otherwise;
        }
    }
}
