package org.lvsdirector.ipvsctl.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.Protocol;

class ServicesFileTest {

    @Test
    void readsNamesAndAliases(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("services"), """
                # comment
                http\t80/tcp\twww # WorldWideWeb
                domain 53/tcp
                domain 53/udp
                web    80/tcp
                broken
                broken /tcp
                broken x/tcp
                """);
        ServicesFile services = ServicesFile.read(file);
        assertEquals("http", services.serviceAt(80, Protocol.TCP));
        assertNull(services.serviceAt(80, Protocol.UDP));
        assertEquals(80, services.portOf("www", Protocol.TCP));
        assertEquals(80, services.portOf("web", Protocol.TCP));
        assertEquals(53, services.portOf("domain", Protocol.UDP));
        assertEquals(-1, services.portOf("domain", Protocol.SCTP));
        assertEquals(-1, services.portOf("broken", Protocol.TCP));
    }

    @Test
    void anAbsentFileNamesNothing(@TempDir Path directory) {
        assertEquals(-1, ServicesFile.read(directory.resolve("none")).portOf("http", Protocol.TCP));
    }
}
