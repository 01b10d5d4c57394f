package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code ipvsadm-restore}: reads all lines but those that begin with {@code #}, runs {@code ipvsadm -C}, whatever comes of it, then
 * {@code ipvsadm -R} with the lines.
 */
final class RestoreScript {
    private final Surroundings surroundings;

    RestoreScript(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run() {
        byte[] lines;
        try {
            lines = linesWithoutComments();
        } catch (IOException e) {
            // As the shell has it: what cannot be read is the end of it.
            lines = new byte[] {'\n'};
        }
        new Ipvsctl(surroundings).run(List.of("-C"));
        return new Ipvsctl(surroundings.withInput(new ByteArrayInputStream(lines))).run(List.of("-R"));
    }

    /** Latin-1 takes and gives back any byte. */
    private byte[] linesWithoutComments() throws IOException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(surroundings.input(), StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (!line.startsWith("#")) {
                lines.write(line.getBytes(StandardCharsets.ISO_8859_1));
                lines.write('\n');
            }
        }
        return lines.toByteArray();
    }
}
