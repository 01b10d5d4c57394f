package org.lvsdirector.endtoend;

import java.util.ArrayList;
import java.util.List;

/** A configuration with a virtual service for each kind of check and for each rule of health, the port of its address saying which. */
final class CheckedServices {
    /** A question for the addresses of a name, as any resolver writes it. */
    private static final String QUESTION =
            "123401000001000000000000" + "03777777" + "076578616d706c65" + "036f7267" + "0000010001";

    private static final List<String> NAMES = new ArrayList<>();
    private static final StringBuilder TEXT = new StringBuilder("""
            global_defs {
                script_user root
                enable_script_security
            }
            track_file health_a {
                file /run/status.10.90.1.11
            }
            track_file health_b {
                file /run/status.10.90.1.12
            }
            track_file health_c {
                file /run/status.10.90.1.13
            }
            """);

    static {
        sessions();
        kinds();
        rules();
    }

    private CheckedServices() {}

    static String configuration() {
        return TEXT.toString();
    }

    /** The name of a service by its row, such as {@code TCP 10.99.0.1:3}. */
    static String name(String row) {
        String port = row.substring(row.lastIndexOf(':') + 1);
        return row.startsWith("FWM") ? row : NAMES.get(Integer.parseInt(port) - 1) + " (" + row + ")";
    }

    private static void sessions() {
        for (int i = 0; i < RealServerFarm.SERVERS.length; i++) {
            TEXT.append("bfd_instance health_").append("abc".charAt(i)).append(" {\nneighbor_ip ");
            TEXT.append(RealServerFarm.SERVERS[i]).append("\nsource_ip 10.90.1.1\n");
            TEXT.append(RealServerFarm.BFD_TIMES).append("}\n");
        }
    }

    private static void kinds() {
        add("TCP_CHECK", "", 80, "", "TCP_CHECK {\n}");
        add("TCP_CHECK with retries", "", 80, "", "TCP_CHECK {\nretry 2\ndelay_before_retry 1\n}");
        add(
                "HTTP_GET",
                "",
                80,
                "",
                "HTTP_GET {\ndelay_before_retry 1\nurl {\npath /\n}\nurl {\npath /2\nstatus_code 200\n}\n}");
        add("SSL_GET", "", 443, "", "SSL_GET {\ndelay_before_retry 1\nurl {\npath /\n}\n}");
        add("SMTP_CHECK", "", 25, "", "SMTP_CHECK {\n}");
        add("PING_CHECK", "", 80, "", "PING_CHECK {\n}");
        add("MISC_CHECK", "", 80, "", "MISC_CHECK {\nmisc_path \"/run/ask SERVER\"\nmisc_timeout 30\ndelay_loop 3\n}");
        add(
                "misc_dynamic",
                "",
                80,
                "weight 3",
                "MISC_CHECK {\nmisc_path \"/run/ask SERVER\"\nmisc_timeout 30\ndelay_loop 3\nmisc_dynamic\n}");
        add("FILE_CHECK", "", 80, "", "FILE_CHECK {\ntrack_file health_LETTER\nweight 0\n}");
        add("BFD_CHECK", "", 80, "", "BFD_CHECK {\nname health_LETTER\n}");
        add("two checks", "", 80, "", "TCP_CHECK {\n}\nPING_CHECK {\n}");
        addUdp("DNS_CHECK", "DNS_CHECK {\nretry 1\ndelay_before_retry 1\ntype A\nname www.example.org\n}");
        addUdp("UDP_CHECK", "UDP_CHECK {\n}");
        addUdp("UDP_CHECK with a reply", "UDP_CHECK {\npayload " + QUESTION + "\nrequire_reply 12348xx0\n}");
    }

    private static void rules() {
        String check = "TCP_CHECK {\n}";
        add("inhibit_on_failure", "inhibit_on_failure\n", 80, "", check);
        add("inhibit of one kind of check", "", 80, "inhibit_on_failure", check);
        add("quorum", "quorum 2\n", 80, "", check);
        add("quorum with hysteresis", "quorum 3\nhysteresis 1\n", 80, "weight 2", check);
        add("quorum and sorry server", "quorum 2\nsorry_server 10.90.1.2 80\n", 80, "", check);
        add("sorry server", "sorry_server 10.90.1.2 80\n", 80, "", check);
        add("sorry server that is inhibited", "sorry_server 10.90.1.2 80\nsorry_server_inhibit\n", 80, "", check);
        add("sorry server and inhibit", "inhibit_on_failure\nsorry_server 10.90.1.2 80\n", 80, "", check);
        add("alpha", "alpha\n", 80, "", check);
        add("alpha and sorry server", "alpha\nsorry_server 10.90.1.2 80\n", 80, "", check);
        add("omega", "omega\nquorum 2\n", 80, "", check);
        group("virtual_server_group marks {\nfwmark 5\n10.99.0.2-3 30\n}\n", "marks", check);
    }

    private static void add(String name, String inService, int port, String inServer, String check) {
        NAMES.add(name);
        service("virtual_server 10.99.0.1 " + NAMES.size(), "TCP", inService, port, inServer, check);
    }

    private static void addUdp(String name, String check) {
        NAMES.add(name);
        service("virtual_server 10.99.0.1 " + NAMES.size(), "UDP", "", 53, "", check);
    }

    private static void group(String block, String name, String check) {
        TEXT.append(block);
        while (NAMES.size() < 30) {
            NAMES.add("group");
        }
        service("virtual_server group " + name, "TCP", "", 80, "", check);
    }

    private static void service(
            String head, String protocol, String inService, int port, String inServer, String check) {
        TEXT.append(head).append(" {\ndelay_loop 1\nconnect_timeout 1\nretry 1\ndelay_before_retry 1\nwarmup 0\n");
        TEXT.append("lb_algo rr\nlb_kind NAT\nprotocol ")
                .append(protocol)
                .append('\n')
                .append(inService);
        for (int i = 0; i < RealServerFarm.SERVERS.length; i++) {
            String server = RealServerFarm.SERVERS[i];
            TEXT.append("real_server ").append(server).append(' ').append(port).append(" {\n");
            TEXT.append(inServer).append('\n');
            TEXT.append(check.replace("SERVER", server).replace("LETTER", String.valueOf("abc".charAt(i))));
            TEXT.append("\n}\n");
        }
        TEXT.append("}\n");
    }
}
