package org.lvsdirector.config.read;

import java.util.OptionalLong;
import org.lvsdirector.config.syntax.Problems;

/** Port numbers that stand behind other arguments. */
final class Ports {
    private static final int MAX = 0xFFFF;

    private Ports() {}

    /** The port at a position of an entry; the fallback where there is none or it is out of range, which is reported. */
    static int read(Entry entry, int index, int least, int fallback, Problems problems) {
        String text = entry.argument(index);
        if (text == null) {
            return fallback;
        }
        OptionalLong port = Values.whole(text);
        if (port.isPresent() && port.getAsLong() >= least && port.getAsLong() <= MAX) {
            return (int) port.getAsLong();
        }
        problems.error(
                entry.placeOf(index),
                "port '" + text + "' is outside " + least + " to " + MAX,
                "write a port number in digits");
        return fallback;
    }
}
