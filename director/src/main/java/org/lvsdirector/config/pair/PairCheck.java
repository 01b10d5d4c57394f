package org.lvsdirector.config.pair;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.syntax.Problem;

/**
 * What two directors must have in common to stand in for each other: the virtual routers, but for their priorities, and the services. All
 * of it is warnings: each file may well run alone.
 */
public final class PairCheck {
    private PairCheck() {}

    /**
     * One warning for each difference, at its place in the second file, or in the first if only that has it.
     *
     * @param secondFile the second configuration's name, for what it lacks
     */
    public static List<Problem> problems(Configuration first, Configuration second, String secondFile) {
        Differences differences = new Differences(secondFile);
        new RouterPairs(differences).compare(first.instances(), second.instances());
        new ServicePairs(differences).compare(first.virtualServers(), second.virtualServers());
        return new ArrayList<>(differences.problems());
    }
}
