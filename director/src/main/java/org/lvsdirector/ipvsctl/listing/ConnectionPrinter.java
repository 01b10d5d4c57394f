package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;

/** One form of a list of connections. */
interface ConnectionPrinter {
    void begin() throws IOException;

    void connection(Connection connection) throws IOException;

    void end() throws IOException;
}
