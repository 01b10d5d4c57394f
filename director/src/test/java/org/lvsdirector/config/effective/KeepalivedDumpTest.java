package org.lvsdirector.config.effective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;

class KeepalivedDumpTest {

    @Test
    void looksAsKeepalivedsLog() {
        InMemorySources sources = new InMemorySources().with("x.conf", """
                global_defs {
                    router_id LVS_EXAMPLE_01
                }
                vrrp_instance VI_1 {
                    state BACKUP
                    interface eth0
                    virtual_router_id 51
                    priority 150
                    authentication {
                        auth_type PASS
                        auth_pass example
                    }
                    virtual_ipaddress {
                        192.168.1.11
                    }
                }
                vrrp_instance VI_2 {
                    interface eth1
                    virtual_router_id 52
                    nopreempt
                    virtual_ipaddress {
                        10.20.40.1/24
                    }
                }
                vrrp_sync_group VG1 {
                    group {
                        VI_1
                        VI_2
                    }
                }
                virtual_server 192.168.1.11 22 {
                    delay_loop 10
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    real_server 10.20.40.11 22 {
                        TCP_CHECK {
                            connect_timeout 10
                        }
                    }
                }
                """);
        Configuration configuration =
                new ConfigurationReader(sources).read(Path.of("x.conf")).configuration();
        assertNotNull(configuration);
        assertEquals("""
                ------< Global definitions >------
                 LVS ID = LVS_EXAMPLE_01
                ------< VRRP Topology >------
                 VRRP Instance = VI_1
                   Want State = BACKUP
                   Running on device = eth0
                   Virtual Router ID = 51
                   Priority = 150
                   Advert interval = 1sec
                   Preempt Active
                   Authentication type = SIMPLE_PASSWORD
                   VIP count = 1
                     VIP1 = 192.168.1.11/32
                 VRRP Instance = VI_2
                   Want State = BACKUP
                   Running on device = eth1
                   Virtual Router ID = 52
                   Priority = 100
                   Advert interval = 1sec
                   Preempt Disabled
                   VIP count = 1
                     VIP1 = 10.20.40.1/24
                ------< VRRP Sync groups >------
                 VRRP Sync Group = VG1
                   monitor = VI_1
                   monitor = VI_2
                ------< LVS Topology >------
                 VIP = 192.168.1.11, VPORT = 22
                   protocol = TCP
                   lb_algo = rr
                   RIP = 10.20.40.11, RPORT = 22, WEIGHT = 1
                ------< Health checkers >------
                 10.20.40.11:22
                   Keepalive method = TCP_CHECK
                   Connection timeout = 10
                   Connection port = 22
                   delay_loop = 10
                """, String.join("\n", KeepalivedDump.of(configuration)) + "\n");
    }
}
