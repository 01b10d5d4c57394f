package org.lvsdirector.endtoend;

import java.util.List;
import org.lvsdirector.testing.Host;

/** Who programs the kernel's table: the commands one by one, or the daemon from its configuration. */
enum Programmer {
    IPVSCTL {
        @Override
        AutoCloseable program(Host director, String vip, Method method, List<String> realServers) {
            String service = vip + ":80";
            director.exec(Checkout.ipvsctl(), "-A", "-t", service, "-s", "rr");
            for (String realServer : realServers) {
                director.exec(Checkout.ipvsctl(), "-a", "-t", service, "-r", realServer + ":80", method.option);
            }
            return () -> director.exec(Checkout.ipvsctl(), "-C");
        }
    },

    DIRECTOR {
        @Override
        AutoCloseable program(Host director, String vip, Method method, List<String> realServers) {
            StringBuilder text = new StringBuilder();
            text.append("virtual_server ").append(vip).append(" 80 {\n");
            text.append("delay_loop 1\nlb_algo rr\nlb_kind ").append(method).append("\nprotocol TCP\n");
            for (String realServer : realServers) {
                text.append("real_server ").append(realServer);
                text.append(" 80 {\nTCP_CHECK {\nconnect_timeout 3\n}\n}\n");
            }
            director.write("/run/lvs.conf", text.append("}\n").toString());
            return RunningDirector.start(director, "/run/lvs.conf", "-C")::stop;
        }
    };

    /** The forwarding methods in keepalived's words, with ipvsadm's options. */
    enum Method {
        NAT("-m"),
        DR("-g"),
        TUN("-i");

        private final String option;

        Method(String option) {
            this.option = option;
        }
    }

    /** Sets up HTTP on {@code vip} with the scheduler rr; closing takes it away. */
    abstract AutoCloseable program(Host director, String vip, Method method, List<String> realServers);
}
