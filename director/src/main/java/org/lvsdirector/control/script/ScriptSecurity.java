package org.lvsdirector.control.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * {@code enable_script_security}: a script that runs as root must be in the hands of root alone, the file and every folder above it, or anyone
 * who can write there is root as well.
 */
public final class ScriptSecurity {
    private ScriptSecurity() {}

    /**
     * Why a program must not run as root.
     *
     * @param program a path; symbolic links are followed
     * @return empty when root alone may change it, and when there is no such file (nothing would run)
     */
    public static Optional<String> weakness(Path program) {
        Path real;
        try {
            real = program.toRealPath();
        } catch (IOException absent) {
            return Optional.empty();
        }
        for (Path part = real; part != null; part = part.getParent()) {
            Optional<String> weakness = weaknessOf(part);
            if (weakness.isPresent()) {
                return weakness;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> weaknessOf(Path part) {
        PosixFileAttributes attributes;
        int mode;
        try {
            attributes = Files.readAttributes(part, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            mode = (Integer) Files.getAttribute(part, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            return Optional.of(part + " cannot be examined: " + unreadable.getMessage());
        }
        var permissions = attributes.permissions();
        // In a folder with the sticky bit (/tmp) others can add files but not replace this one.
        boolean sticky = attributes.isDirectory() && (mode & 01000) != 0;
        if (!attributes.owner().getName().equals("root")) {
            return Optional.of(part + " belongs to " + attributes.owner().getName());
        }
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE) && !sticky) {
            return Optional.of(part + " can be written by everyone");
        }
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !attributes.group().getName().equals("root")
                && !sticky) {
            return Optional.of(
                    part + " can be written by group " + attributes.group().getName());
        }
        return Optional.empty();
    }
}
