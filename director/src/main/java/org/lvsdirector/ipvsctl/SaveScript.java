package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/** {@code ipvsadm-save}: {@code ipvsadm -S}. Of its words only those with a dash count, and of these only {@code -n} is known. */
final class SaveScript {
    private static final int MISUSED = 1;
    private static final String NUMERIC = "-n";

    private final Surroundings surroundings;

    SaveScript(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("-S"));
        for (String word : words) {
            if (word.equals(NUMERIC)) {
                if (!command.contains(NUMERIC)) {
                    command.add(NUMERIC);
                }
            } else if (word.startsWith("-")) {
                return help();
            }
        }
        return new Ipvsctl(surroundings).run(command);
    }

    private int help() {
        TextOutput errors = new TextOutput(surroundings.errors());
        try {
            errors.add("ipvsadm-save: Script to save the IPVS table to stdout.").endLine();
            errors.add("   With the -n option, prints out the table in numeric format.")
                    .endLine();
            errors.flush();
        } catch (IOException e) {
            // No one is left to tell.
        }
        return MISUSED;
    }
}
