package org.lvsdirector.config.effective;

import java.util.function.Consumer;

/** A configuration in one file, written when somebody wants it, a line at a time: that of a large one is most of the process. */
@FunctionalInterface
public interface ConfigurationText {

    /** Hands over one line after the other, without line ends. */
    void forEachLine(Consumer<String> sink);
}
