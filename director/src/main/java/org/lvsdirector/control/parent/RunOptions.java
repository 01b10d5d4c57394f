package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.ParentConfig.PlaceConfig;
import org.lvsdirector.control.files.InstanceFiles;
import org.lvsdirector.control.logging.LogOptions;
import org.lvsdirector.control.supervise.ChildRole;

/**
 * How a director is to run: the command line without its words.
 *
 * @param configuration absolute path of the configuration's file
 * @param selected which processes may run at all ({@code -P}, {@code -C})
 * @param vrrpPidFile of the vrrp child, or null for the usual place ({@code -r})
 * @param checkersPidFile of the checkers child, or null for the usual place ({@code -c})
 * @param keepAddresses leave the virtual addresses at stop ({@code -V})
 * @param keepServices leave the services at stop ({@code -I})
 * @param respawn start dead children again (not with {@code -R})
 * @param background whether the terminal is to be let go once all children run
 */
public record RunOptions(
        Path configuration,
        InstanceFiles files,
        Set<ChildRole> selected,
        @Nullable Path vrrpPidFile,
        @Nullable Path checkersPidFile,
        boolean keepAddresses,
        boolean keepServices,
        boolean respawn,
        LogOptions log,
        boolean background) {
    public RunOptions {
        selected = Set.copyOf(selected);
    }

    /** The same for an instance that the configuration sets apart, unless the command line has done so. */
    public RunOptions at(PlaceConfig place) {
        if (!files.pidFile().equals(InstanceFiles.DEFAULT_PID_FILE)) {
            return this;
        }
        return new RunOptions(
                configuration,
                InstanceFiles.named(place.namespace(), place.instance()),
                selected,
                vrrpPidFile,
                checkersPidFile,
                keepAddresses,
                keepServices,
                respawn,
                log,
                background);
    }

    Path childPidFile(ChildRole role) {
        Path chosen = role == ChildRole.VRRP ? vrrpPidFile : checkersPidFile;
        return chosen != null ? chosen : files.childPidFile(role.word());
    }

    boolean keeps(ChildRole role) {
        return role == ChildRole.VRRP ? keepAddresses : keepServices;
    }
}
