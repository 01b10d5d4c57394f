package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.arguments.UsageException;
import org.lvsdirector.ipvsctl.listing.TextOutput;
import org.lvsdirector.ipvsctl.saved.SavedTable;
import org.lvsdirector.ipvsctl.saved.SavedTableBuilder;
import org.lvsdirector.plan.IpvsTable;

/** Where saved tables come from: files and the kernel. */
final class SavedTables {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;
    private final TextOutput errors;

    SavedTables(Surroundings surroundings, TextOutput errors) {
        this.surroundings = surroundings;
        this.errors = errors;
    }

    /** Reads a file to its end; each mistake is told with its line, and then the answer is null. */
    @Nullable
    SavedTableBuilder read(String file, RestoreProgress progress) throws IOException {
        SavedTableBuilder table = new SavedTableBuilder();
        LineReader reader = new LineReader(surroundings);
        boolean good = true;
        try (BufferedReader input = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                number++;
                progress.read(number);
                try {
                    Request request = reader.read(line);
                    if (request != null) {
                        table.add(number, request);
                    }
                } catch (UsageException e) {
                    good = false;
                    progress.clear();
                    errors.add("line ").add(number).add(": ");
                    errors.add(String.valueOf(e.getMessage())).endLine();
                }
            }
        }
        errors.flush();
        return good ? table : null;
    }

    private InputStream open(String file) throws IOException {
        return file.equals(STANDARD_INPUT) ? surroundings.input() : Files.newInputStream(Path.of(file));
    }

    /** All that the kernel has. */
    static SavedTable ofKernel(Ipvs ipvs) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        for (ServiceEntry entry : ipvs.services()) {
            List<RealServer> servers = new ArrayList<>();
            for (RealServerEntry server : ipvs.realServers(entry.service().key())) {
                servers.add(server.server());
            }
            rows.add(IpvsTable.Row.of(entry.service(), servers));
        }
        return new SavedTable(IpvsTable.of(rows), ipvs.timeouts(), ipvs.daemons());
    }
}
