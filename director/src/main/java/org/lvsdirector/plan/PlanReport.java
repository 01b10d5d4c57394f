package org.lvsdirector.plan;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.ipvs.IpvsChange;

/**
 * A difference in words, for {@code director plan}: one line for each change, in the order in which they would be made.
 *
 * @param lines each with its sign, service, server and words; for JSON as they are
 */
public record PlanReport(List<Line> lines) {
    public PlanReport {
        lines = List.copyOf(lines);
    }

    /** What a line is about; {@link #sign()} is its first character. */
    public enum Kind {
        ADD('+'),
        CHANGE('~'),
        REMOVE('-'),
        /** Not ours: left alone. */
        LEAVE('?');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    /**
     * One change.
     *
     * @param service such as {@code [192.168.1.11]:tcp:22}
     * @param server such as {@code [10.20.40.11]:tcp:22}; empty where the service itself is meant
     * @param what the parameters, or what becomes of them, such as {@code weight 1 -> 3}; may be empty
     */
    public record Line(Kind kind, String service, String server, String what) {

        @Override
        public String toString() {
            String subject = server.isEmpty() ? "service " + service : "server  " + server + " of " + service;
            return kind.sign() + " " + subject + (what.isEmpty() ? "" : "  " + what);
        }
    }

    /** The words of a difference between these tables. */
    public static PlanReport of(Diff diff, IpvsTable known) {
        List<Line> lines = new ArrayList<>();
        for (IpvsChange change : diff.changes()) {
            lines.add(ChangeWords.line(change, known));
        }
        for (Diff.Stranger stranger : diff.strangers()) {
            lines.add(ChangeWords.line(stranger));
        }
        return new PlanReport(lines);
    }

    /** Whether nothing would change; strangers may still be named. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.kind() == Kind.LEAVE);
    }

    /** How many lines are of a kind. */
    public long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** All lines and a summary. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        if (isEmpty()) {
            return text.append("Nothing to change.\n").toString();
        }
        return text.append(count(Kind.ADD) + " to add, " + count(Kind.CHANGE) + " to change, " + count(Kind.REMOVE)
                        + " to remove.\n")
                .toString();
    }
}
