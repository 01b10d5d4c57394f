package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvsctl.Defect;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.arguments.TableStyle;

/** A table in ipvsadm's columns. */
final class TextTable implements TablePrinter {
    private static final String SERVICE_TITLE = "Prot LocalAddress:Port";
    private static final String SERVER_TITLE = "  -> RemoteAddress:Port";

    private final TableStyle.View view;
    private final ServiceLine serviceLine;
    private final RealServerLine serverLine;
    private final TextOutput out;

    TextTable(TableStyle style, Personality personality, Labels labels, TextOutput out) {
        this.view = style.view();
        this.out = out;
        Counters counters = new Counters(style.exact());
        serviceLine = new ServiceLine(view, labels, counters, personality.has(Defect.HIDDEN_FLAG_3));
        serverLine = new RealServerLine(view, labels, counters, personality.has(Defect.NARROW_SERVER_COUNTERS));
    }

    @Override
    public void begin(@Nullable IpvsInfo kernel) throws IOException {
        if (kernel != null) {
            out.add("IP Virtual Server version ");
            out.add(kernel.major()).add(".").add(kernel.minor()).add(".").add(kernel.patch());
            out.add(" (size=").add(kernel.connectionTableSize()).add(")").endLine();
        }
        titles();
    }

    @Override
    public void service(ServiceEntry service) throws IOException {
        serviceLine.write(service, out);
    }

    @Override
    public void server(RealServerEntry server, ServiceKey service) throws IOException {
        serverLine.write(server, service, out);
    }

    @Override
    public void end() {}

    private void titles() throws IOException {
        switch (view) {
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
