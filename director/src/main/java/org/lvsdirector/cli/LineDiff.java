package org.lvsdirector.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What lines went ({@code -}) and came ({@code +}), each run of them behind the line numbers {@code @@ -OLD +NEW @@}. Where texts differ in
 * more lines than anybody reads, all that is between the first and the last difference counts as one.
 */
final class LineDiff {
    private static final int MOST_EDITS = 2_000;

    private final List<String> older;
    private final List<String> newer;
    private final List<String> out = new ArrayList<>();

    private LineDiff(List<String> older, List<String> newer) {
        this.older = older;
        this.newer = newer;
    }

    /** Empty where the texts are the same. */
    static List<String> of(List<String> older, List<String> newer) {
        LineDiff diff = new LineDiff(older, newer);
        diff.run();
        return diff.out;
    }

    private void run() {
        int head = 0;
        while (head < older.size() && head < newer.size() && older.get(head).equals(newer.get(head))) {
            head++;
        }
        int olderEnd = older.size();
        int newerEnd = newer.size();
        while (olderEnd > head && newerEnd > head && older.get(olderEnd - 1).equals(newer.get(newerEnd - 1))) {
            olderEnd--;
            newerEnd--;
        }
        int x = head;
        int y = head;
        for (int[] match : matches(head, olderEnd, newerEnd)) {
            hunk(x, match[0], y, match[1]);
            x = match[0] + 1;
            y = match[1] + 1;
        }
        hunk(x, olderEnd, y, newerEnd);
    }

    private void hunk(int fromOlder, int toOlder, int fromNewer, int toNewer) {
        if (fromOlder == toOlder && fromNewer == toNewer) {
            return;
        }
        out.add("@@ -" + (fromOlder + 1) + " +" + (fromNewer + 1) + " @@");
        older.subList(fromOlder, toOlder).forEach(line -> out.add("-" + line));
        newer.subList(fromNewer, toNewer).forEach(line -> out.add("+" + line));
    }

    /** Pairs of lines that are the same, in rising order, by Myers' algorithm. */
    private List<int[]> matches(int from, int olderEnd, int newerEnd) {
        int n = olderEnd - from;
        int m = newerEnd - from;
        int most = Math.min(n + m, MOST_EDITS);
        int[] reach = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            for (int k = -edits; k <= edits; k += 2) {
                int at = most + 1 + k;
                boolean down = k == -edits || (k != edits && reach[at - 1] < reach[at + 1]);
                int x = down ? reach[at + 1] : reach[at - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && older.get(from + x).equals(newer.get(from + x - k))) {
                    x++;
                }
                reach[at] = x;
                if (x >= n && x - k >= m) {
                    trace.add(reach.clone());
                    return path(trace, most, n, m, from);
                }
            }
            trace.add(reach.clone());
        }
        return List.of();
    }

    private static List<int[]> path(List<int[]> trace, int most, int n, int m, int from) {
        List<int[]> matches = new ArrayList<>();
        int x = n;
        int y = m;
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int[] before = edits == 0 ? new int[2 * most + 3] : trace.get(edits - 1);
            int k = x - y;
            int at = most + 1 + k;
            boolean down = k == -edits || (k != edits && before[at - 1] < before[at + 1]);
            int previousX = edits == 0 ? 0 : down ? before[at + 1] : before[at - 1];
            int previousY = edits == 0 ? 0 : previousX - (down ? k + 1 : k - 1);
            int startX = edits == 0 ? 0 : down ? previousX : previousX + 1;
            while (x > startX) {
                x--;
                y--;
                matches.add(new int[] {from + x, from + y});
            }
            x = previousX;
            y = previousY;
        }
        Collections.reverse(matches);
        return matches;
    }
}
