package org.lvsdirector.ipvsctl;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvsctl.names.Names;

/**
 * What the program meets outside of itself.
 *
 * @param table opens the kernel's table; throws {@link org.lvsdirector.ipvs.IpvsException} if there is none
 * @param connections the kernel's list of connections, {@code /proc/net/ip_vs_conn}
 * @param notice knows what belongs to running directors
 * @param version of this distribution
 */
record Surroundings(
        Personality personality,
        Supplier<Ipvs> table,
        Names names,
        InputStream input,
        OutputStream output,
        OutputStream errors,
        Path connections,
        DirectorNotice notice,
        Terminal terminal,
        Pace pace,
        String version) {

    /** The same with another standard input. */
    Surroundings withInput(InputStream other) {
        return new Surroundings(
                personality, table, names, other, output, errors, connections, notice, terminal, pace, version);
    }
}
