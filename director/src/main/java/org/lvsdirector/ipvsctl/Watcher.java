package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.util.List;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.listing.Labels;
import org.lvsdirector.ipvsctl.listing.RateTable;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/**
 * {@code watch}: the table with its rates until somebody ends it. On a terminal each look replaces the one before, as far as it fits;
 * elsewhere they follow each other, parted by an empty line.
 */
final class Watcher {
    private static final String CLEAR_SCREEN = "\033[2J";
    private static final String TO_TOP = "\033[H";
    private static final String END_OF_LINE = "\033[K";
    private static final String REST_OF_SCREEN = "\033[J";

    private final Surroundings surroundings;
    private final Table table;
    private final TextOutput output;

    Watcher(Surroundings surroundings, Table table, TextOutput output) {
        this.surroundings = surroundings;
        this.table = table;
        this.output = output;
    }

    int run(Request.Watch request) throws IOException, NoIpvsException {
        Ipvs ipvs = table.open();
        Labels labels = new Labels(surroundings.names(), request.numeric(), surroundings.personality());
        RateTable rates = new RateTable(request.filter(), request.column(), labels);
        boolean drawing = surroundings.terminal().isOutput();
        if (drawing) {
            output.add(CLEAR_SCREEN);
        }
        boolean first = true;
        do {
            List<String> lines = rates.lines(ipvs);
            if (drawing) {
                draw(rates.titles(), lines);
            } else {
                print(rates.titles(), lines, first);
            }
            output.flush();
            first = false;
        } while (surroundings.pace().await(request.intervalSeconds()));
        return Ipvsctl.OK;
    }

    private void draw(String titles, List<String> lines) throws IOException {
        int columns = surroundings.terminal().columns();
        int room = surroundings.terminal().rows() - 2;
        output.add(TO_TOP).add(cut(titles, columns)).add(END_OF_LINE).endLine();
        for (String line : lines.subList(0, Math.min(room, lines.size()))) {
            output.add(cut(line, columns)).add(END_OF_LINE).endLine();
        }
        output.add(REST_OF_SCREEN);
        if (lines.size() > room) {
            output.add(cut(lines.size() - room + " lines more", columns));
        }
    }

    private static String cut(String line, int columns) {
        return line.length() <= columns ? line : line.substring(0, columns);
    }

    private void print(String titles, List<String> lines, boolean first) throws IOException {
        if (!first) {
            output.endLine();
        }
        output.add(titles).endLine();
        for (String line : lines) {
            output.add(line).endLine();
        }
    }
}
