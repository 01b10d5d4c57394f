package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * Whether services belong to a director that runs: read from the ledger that each director keeps beside its pid file, before any question
 * to a process. A director whose pid file lies elsewhere is not seen.
 */
final class DirectorNotice {
    private static final String LEDGER_SUFFIX = ".table";
    private static final String PID_SUFFIX = ".pid";
    /** In the command line of every director, whatever its launcher. */
    private static final String MAIN_CLASS = "org.lvsdirector.cli.DirectorMain";

    private final Path runDirectory;
    private final Path processes;

    /**
     * @param runDirectory where pid files and ledgers are, {@code /run/lvs-director}
     * @param processes {@code /proc}
     */
    DirectorNotice(Path runDirectory, Path processes) {
        this.runDirectory = runDirectory;
        this.processes = processes;
    }

    /** Whether there may be anything to say. */
    boolean isNeeded() {
        return Files.isDirectory(runDirectory);
    }

    /** One sentence for each running director that owns any of the services, or any service at all when they are null. */
    List<String> about(@Nullable Collection<ServiceKey> services) {
        List<String> sentences = new ArrayList<>();
        if (!Files.isDirectory(runDirectory)) {
            return sentences;
        }
        try (DirectoryStream<Path> ledgers = Files.newDirectoryStream(runDirectory, "*" + LEDGER_SUFFIX)) {
            for (Path ledger : ledgers) {
                String sentence = about(services, ledger);
                if (sentence != null) {
                    sentences.add(sentence);
                }
            }
        } catch (IOException e) {
            // Whoever may not look there is not told; the change itself was made.
        }
        return sentences;
    }

    private @Nullable String about(@Nullable Collection<ServiceKey> services, Path ledger) throws IOException {
        String name = String.valueOf(ledger.getFileName());
        Path pidFile = ledger.resolveSibling(name.substring(0, name.length() - LEDGER_SUFFIX.length()) + PID_SUFFIX);
        String pid = runningPid(pidFile);
        if (pid == null) {
            return null;
        }
        Set<String> lines = new HashSet<>(Files.readAllLines(ledger));
        List<ServiceKey> owned = new ArrayList<>();
        boolean any = false;
        if (services == null) {
            any = lines.stream().anyMatch(line -> line.startsWith("service "));
        } else {
            for (ServiceKey service : services) {
                if (lines.contains(line(service))) {
                    owned.add(service);
                }
            }
        }
        if (owned.isEmpty() && !any) {
            return null;
        }
        String subject = owned.size() == 1
                ? line(owned.get(0)) + " belongs"
                : (any ? "some of these services belong" : owned.size() + " of these services belong");
        return "ipvsctl: " + subject + " to the running director of " + pidFile + " (pid " + pid
                + "): it keeps a weight set by hand until the real server's next health change or a reload, and undoes other changes";
    }

    private @Nullable String runningPid(Path pidFile) {
        try {
            String pid = Files.readString(pidFile).strip();
            String commandLine =
                    Files.readString(processes.resolve(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return !pid.isEmpty() && commandLine.contains(MAIN_CLASS) ? pid : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** A service as the ledger's line, such as {@code service tcp 10.0.0.1 80} or {@code service fwmark 300 ipv4}. */
    private static String line(ServiceKey service) {
        if (service instanceof ServiceKey.ByAddress byAddress) {
            return "service " + byAddress.protocol().name().toLowerCase(Locale.ROOT) + " "
                    + IpAddresses.format(byAddress.address()) + " " + byAddress.port();
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) service;
        return "service fwmark " + byMark.mark() + " " + byMark.family().name().toLowerCase(Locale.ROOT);
    }
}
