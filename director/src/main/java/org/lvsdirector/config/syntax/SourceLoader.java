package org.lvsdirector.config.syntax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The one door through which the configuration rooms see the outside: text files. */
public interface SourceLoader {

    /**
     * The whole content of a file, undecoded.
     *
     * @throws java.nio.file.NoSuchFileException if nothing has that name
     * @throws IOException if it is no regular file, may not be read or is too large; the message says which, without the name
     */
    byte[] read(Path file) throws IOException;

    /** True when the file's mode has an execute bit, which keepalived takes for a sign that it is no configuration. */
    boolean isExecutable(Path file);

    /** True when the file's mode lets others than its owner read it. */
    boolean isOpenToOthers(Path file);

    /**
     * Regular files whose names match a pattern, sorted by name; an empty list if none does.
     *
     * @param directory where a relative pattern starts
     * @param pattern as for glob(3) without braces: {@code *}, {@code ?} and {@code [...]}, which match neither {@code /} nor a leading dot
     */
    List<Path> matching(Path directory, String pattern);
}
