package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a child is started.
 *
 * @param heap bytes for its objects
 * @param socket where it attaches itself
 * @param logArguments the log options as its further arguments
 * @param name what ps calls it; null: what it is called anyway
 * @param namespace network namespace that it runs in; null: this process's
 * @param quiet whether what it prints is thrown away; else it goes where this process's goes
 */
record ChildLaunch(
        JvmCommand command,
        long heap,
        Path socket,
        List<String> logArguments,
        @Nullable String name,
        @Nullable String namespace,
        boolean quiet,
        Path pidFile) {}
