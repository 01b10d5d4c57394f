package org.lvsdirector.control.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Lets the history outlive the boot: where there is a folder for what lasts, the history stands in it, and a link where everybody looks for
 * it. Whoever wants none removes the folder.
 */
public final class LastingHistory {
    /** systemd makes it ({@code StateDirectory=}). */
    private static final Path STATE = Path.of("/var/lib/lvs-director");

    private LastingHistory() {}

    /** For an instance whose files are where they are unless somebody says otherwise; others would meet there under one name. */
    public static void of(InstanceFiles files) throws IOException {
        if (files.history().resolveSibling("").equals(InstanceFiles.DEFAULT_PID_FILE.resolveSibling(""))) {
            link(files.history(), STATE);
        }
    }

    /** Does nothing where there is a history already, or no folder that can be written. */
    static void link(Path history, Path state) throws IOException {
        if (!Files.isDirectory(state) || !Files.isWritable(state) || Files.isDirectory(history)) {
            return;
        }
        Path lasting = state.resolve(history.getFileName());
        if (!Files.isDirectory(lasting)) {
            Files.createDirectory(
                    lasting, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (Files.exists(history, LinkOption.NOFOLLOW_LINKS)) {
            return; // it leads there, and what it leads to is here again
        }
        Files.createDirectories(history.resolveSibling(""));
        Files.createSymbolicLink(history, lasting);
    }
}
