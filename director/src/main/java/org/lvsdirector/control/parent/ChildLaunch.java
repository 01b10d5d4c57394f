package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.List;

/**
 * How a child is started.
 *
 * @param heap bytes for its objects
 * @param socket where it attaches itself
 * @param logArguments the log options as its further arguments
 * @param quiet whether what it prints is thrown away; else it goes where this process's goes
 */
record ChildLaunch(
        JvmCommand command, long heap, Path socket, List<String> logArguments, boolean quiet, Path pidFile) {}
