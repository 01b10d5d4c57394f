package org.lvsdirector.control.tell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.control.script.ScriptRun;

/**
 * A notify pipe.
 *
 * @param owner to whom it belongs if it has to be made
 * @param reader runs as long as the pipe is there; null for nobody
 */
public record PipeSettings(
        Path path,
        Content content,
        ScriptAccount owner,
        @Nullable ScriptRun reader) {
    /** Which news it gets. */
    public enum Content {
        ALL,
        VRRP,
        LVS;

        boolean has(Content kind) {
            return this == ALL || this == kind;
        }
    }
}
