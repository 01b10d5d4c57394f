package org.lvsdirector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.ReadingContext;
import picocli.CommandLine.Option;

/** Which lines of a configuration count that several machines share. */
final class ConfigIdSwitch {
    @Option(
            names = {"-i", "--config-id"},
            paramLabel = "ID",
            description = "Read lines behind @ID, and none behind @^ID (default: the host's name without its domain).")
    @Nullable
    String id;

    ReadingContext context() {
        return new ReadingContext(id == null ? hostName() : id, System::getenv, new Random());
    }

    private static String hostName() {
        try {
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        } catch (IOException noProc) {
            return "";
        }
    }
}
