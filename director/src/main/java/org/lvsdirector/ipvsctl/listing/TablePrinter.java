package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;

/** One form of a table: told of the kernel, then of each service and after it of its real servers. */
interface TablePrinter {
    /** Begins; without the kernel where one service alone is listed. */
    void begin(@Nullable IpvsInfo kernel) throws IOException;

    void service(ServiceEntry service) throws IOException;

    void server(RealServerEntry server, ServiceKey service) throws IOException;

    void end() throws IOException;
}
