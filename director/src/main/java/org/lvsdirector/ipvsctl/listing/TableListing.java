package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.List;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.arguments.TableStyle;

/** {@code -L} of the table: titles, then each service with its real servers. */
public final class TableListing {
    private static final String SERVICE_TITLE = "Prot LocalAddress:Port";
    private static final String SERVER_TITLE = "  -> RemoteAddress:Port";

    private final Ipvs ipvs;
    private final TableStyle style;
    private final Ordering ordering;
    private final ServiceLine serviceLine;
    private final RealServerLine serverLine;
    private final TextOutput out;

    public TableListing(Ipvs ipvs, TableStyle style, Ordering ordering, Labels labels, TextOutput out) {
        this.ipvs = ipvs;
        this.style = style;
        this.ordering = ordering;
        this.out = out;
        Counters counters = new Counters(style.exact());
        serviceLine = new ServiceLine(style.view(), labels, counters);
        serverLine = new RealServerLine(style.view(), labels, counters);
    }

    /** The whole table. */
    public void write() throws IOException {
        IpvsInfo info = ipvs.info();
        List<ServiceEntry> services = ipvs.services();
        out.add("IP Virtual Server version ");
        out.add(info.major()).add(".").add(info.minor()).add(".").add(info.patch());
        out.add(" (size=").add(info.connectionTableSize()).add(")").endLine();
        titles();
        for (ServiceEntry service : style.sorted() ? ordering.services(services) : services) {
            entry(service);
        }
    }

    /** One service alone, without the line about the kernel. */
    public void write(ServiceEntry service) throws IOException {
        titles();
        entry(service);
    }

    private void entry(ServiceEntry service) throws IOException {
        ServiceKey key = service.service().key();
        List<RealServerEntry> servers = ipvs.realServers(key);
        serviceLine.write(service, out);
        for (RealServerEntry server : style.sorted() ? ordering.servers(servers) : servers) {
            serverLine.write(server, key, out);
        }
    }

    private void titles() throws IOException {
        switch (style.view()) {
            case STATS -> counterTitles("Conns", "InPkts", "OutPkts", "InBytes", "OutBytes");
            case RATE -> counterTitles("CPS", "InPPS", "OutPPS", "InBPS", "OutBPS");
            case THRESHOLDS -> {
                out.left(SERVICE_TITLE, 33).add(" ").left("Uthreshold", 10);
                out.add(" ").left("Lthreshold", 10);
                connectionTitles();
                out.add(SERVER_TITLE).endLine();
            }
            case PERSISTENT_CONNECTIONS -> {
                out.left(SERVICE_TITLE, 33).add(" ").left("Weight", 9);
                out.add(" ").left("PersistConn", 11);
                connectionTitles();
                out.add(SERVER_TITLE).endLine();
            }
            case TUNNELS -> configurationTitles("Forward TunnelInfo    Weight ActiveConn InActConn");
            case CONFIGURATION -> configurationTitles("Forward Weight ActiveConn InActConn");
        }
    }

    private void counterTitles(String... titles) throws IOException {
        out.left(SERVICE_TITLE, 33);
        for (String title : titles) {
            out.add(" ").right(title, 8);
        }
        out.endLine();
        out.add(SERVER_TITLE).endLine();
    }

    private void connectionTitles() throws IOException {
        out.add(" ").left("ActiveConn", 10).add(" ").left("InActConn", 10).endLine();
    }

    private void configurationTitles(String columns) throws IOException {
        out.add(SERVICE_TITLE).add(" Scheduler Flags").endLine();
        out.left(SERVER_TITLE, 33).add(" ").add(columns).endLine();
    }
}
