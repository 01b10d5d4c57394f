package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;

/** The names in the built distribution, started as a script would start them, beside the real programs. */
@Tag("lab")
class NamesLabTest {
    private static final String PROGRAMS = Path.of(System.getProperty("lvsdirector.checkout", "."))
                    .toAbsolutePath()
                    .normalize()
            + "/director/target/dist/bin/";

    private static final Network NETWORK = Network.perClass();
    private static final Host HOST = NETWORK.host("director");

    @BeforeAll
    static void makeTable() {
        HOST.run("ip", "link", "add", "d0", "up", "type", "dummy").orFail();
        HOST.runWithInput(BothPrograms.text(RandomTable.anywhere(77)), PROGRAMS + "ipvsadm", "-R")
                .orFail();
    }

    @AfterAll
    static void removeHost() {
        NETWORK.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ipvsadm         | -Ln                    | ''",
                "ipvsadm         | -L -n --stats --exact  | ''",
                "ipvsadm         | -ln --rate             | ''",
                "ipvsadm         | -L -n --persistent-conn --nosort | ''",
                "ipvsadm         | -Ln --thresholds       | ''",
                "ipvsadm         | -L --tun-info -n       | ''",
                "ipvsadm         | -L --timeout           | ''",
                "ipvsadm         | -L --daemon            | ''",
                "ipvsadm         | -Lcn                   | ''",
                "ipvsadm         | -v                     | ''",
                "ipvsadm         | -S -n                  | ''",
                "ipvsadm         | -A -t 10.0.0.1         | ''",
                "ipvsadm         | -L -c --stats          | ''",
                "ipvsadm         | -A --nosuch            | ''",
                "ipvsadm         | -D -t 9.9.9.9:9        | ''",
                "ipvsadm         | -L -t 9.9.9.9:9        | ''",
                "ipvsadm         | -R                     | -D -f 99999",
                "ipvsadm         | --set 1 2              | ''",
                "ipvsadm-save    | -n                     | ''",
                "ipvsadm-save    | -x                     | ''",
                "ipvsadm-restore | none                   | -A -f 5 -s rr;-a -f 5 -r 10.0.0.1:0;# end",
            })
    void doesAsTheRealOne(String program, String line, String input) {
        List<String> words = line == null ? List.of() : Console.words(line);
        Result theirs = run(program, words, input);
        Result ours = run(PROGRAMS + program, words, input);
        assertEquals(theirs.output(), ours.output());
        assertEquals(theirs.errors(), ours.errors());
        assertEquals(theirs.exitCode(), ours.exitCode());
    }

    private static Result run(String program, List<String> words, String input) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(words);
        return HOST.runWithInput(
                input.isEmpty() ? "" : input.replace(";", "\n") + "\n", command.toArray(new String[0]));
    }
}
