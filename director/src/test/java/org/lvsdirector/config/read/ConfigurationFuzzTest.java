package org.lvsdirector.config.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.config.syntax.InMemorySources;

/** Whatever bytes a configuration has, also one that includes itself: problems, never an exception. */
public final class ConfigurationFuzzTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vrrp_instance A {\n interface eth0\n virtual_router_id 1\n virtual_ipaddress { 10.0.0.1/24 dev eth0 }\n}",
                "virtual_server 10.0.0.1 80 {\n protocol TCP\n real_server 10.0.0.2 80 { TCP_CHECK { connect_timeout 3 } }\n}",
                "include x.conf\ninclude y.conf\n",
                "$A=xxxxxxxx\n$B=${A}${A}${A}${A}\n$C=${B}${B}${B}${B}\na ${C}${C}\n",
                "$A= \\\n$A \\\n$A\n$A\n",
                "~SEQ(A,1,5) ~SEQx(B,9,11) ~LST({C,D},{e,f},{g,h}) a ${A}${B} $C $D\n",
                "~SEQ(A,2147483647) ~SEQ(B,2147483647) a\n",
                "@a @^b ~SEQ(A,2) include {x,y}.conf\n",
                "a \"b # c\\\n script \"/x 'y z' \\x41\"\n",
                "{{{}}}}{ a } b {"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(seed.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        InMemorySources sources = new InMemorySources().with("x.conf", bytes).with("y.conf", "include x.conf\n");
        new ConfigurationReader(sources).read(Path.of("x.conf"));
    }
}
