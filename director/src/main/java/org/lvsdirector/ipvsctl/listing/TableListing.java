package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.arguments.Filter;
import org.lvsdirector.ipvsctl.arguments.TableStyle;

/** {@code -L} of the table: which services and real servers, and in which order. */
public final class TableListing {
    private final Ipvs ipvs;
    private final boolean sorted;
    private final Filter filter;
    private final Ordering ordering;
    private final TablePrinter printer;

    public TableListing(
            Ipvs ipvs, TableStyle style, Filter filter, Personality personality, Labels labels, TextOutput out) {
        this.ipvs = ipvs;
        this.sorted = style.sorted();
        this.filter = filter;
        ordering = Ordering.of(personality);
        printer = style.json() ? new JsonTable(out) : new TextTable(style, personality, labels, out);
    }

    /** The whole table. */
    public void write() throws IOException {
        IpvsInfo info = ipvs.info();
        List<ServiceEntry> services = ipvs.services();
        printer.begin(info);
        for (ServiceEntry service : sorted ? ordering.services(services) : services) {
            if (filter.wants(service.service().key())) {
                entry(service);
            }
        }
        printer.end();
    }

    /** One service alone, without the line about the kernel. */
    public void write(ServiceEntry service) throws IOException {
        printer.begin(null);
        entry(service);
        printer.end();
    }

    private void entry(ServiceEntry service) throws IOException {
        ServiceKey key = service.service().key();
        List<RealServerEntry> servers = wanted(ipvs.realServers(key));
        if (servers.isEmpty() && filter.server() != null) {
            return;
        }
        printer.service(service);
        for (RealServerEntry server : sorted ? ordering.servers(servers) : servers) {
            printer.server(server, key);
        }
    }

    private List<RealServerEntry> wanted(List<RealServerEntry> servers) {
        if (filter.server() == null) {
            return servers;
        }
        List<RealServerEntry> wanted = new ArrayList<>();
        for (RealServerEntry server : servers) {
            RealServerKey key = server.server().key();
            if (filter.wantsServer(key.address(), key.port())) {
                wanted.add(server);
            }
        }
        return wanted;
    }
}
