package org.lvsdirector.check.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.HttpProbe.Encryption;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.check.TlsSettings.Identity;
import org.lvsdirector.check.TlsSettings.Proof;
import org.lvsdirector.check.stream.Turn;

/** Who must prove what, against the JDK's own server side. */
class TlsSettingsTest {
    @TempDir
    static Path folder = Path.of("");

    private static @Nullable Certificates server;
    private static @Nullable Certificates client;

    private final TlsClients clients = new TlsClients();

    @BeforeAll
    static void certificates() throws Exception {
        server = Certificates.make(folder, "CN=www.example.org", "dns:www.example.org");
        client = Certificates.make(folder, "CN=director", "dns:director");
    }

    private static Certificates server() {
        return java.util.Objects.requireNonNull(server);
    }

    private static Certificates client() {
        return java.util.Objects.requireNonNull(client);
    }

    private Turn talk(TlsSettings settings, @Nullable String name, TlsPeer peer) throws UnusableTlsException {
        return Talk.between(Talk.ping(clients, name, new Encryption(false, settings)), peer, 1_000);
    }

    private Turn talk(Proof proof, String authorities, @Nullable String name) throws Exception {
        TlsPeer peer = new TlsPeer(server().server(), "pong");
        return talk(new TlsSettings(null, authorities, proof), name, peer);
    }

    @Test
    void aCertificateIsProvenOnlyWhereThatIsAsked() throws Exception {
        String stranger = client().certificateFile();
        String own = server().certificateFile();
        assertEquals(Cause.ANSWERED, talk(Proof.NOTHING, stranger, null).verdict());
        assertEquals(Cause.WRONG_ANSWER, talk(Proof.CERTIFICATE, stranger, null).verdict());
        assertEquals(
                Cause.ANSWERED,
                talk(Proof.CERTIFICATE, own, "other.example.org").verdict());
    }

    @Test
    void aNameIsProvenToo() throws Exception {
        String own = server().certificateFile();
        assertEquals(Cause.ANSWERED, talk(Proof.NAME, own, "www.example.org").verdict());
        Turn other = talk(Proof.NAME, own, "other.example.org");
        assertEquals(Cause.WRONG_ANSWER, other.verdict());
        assertTrue(other.detail().contains("other.example.org"), other.detail());
        assertEquals(Cause.WRONG_ANSWER, talk(Proof.NAME, own, null).verdict(), "not for the address");
    }

    @Test
    void aServerThatWantsACertificateGetsIt() throws Exception {
        SSLContext wanting = server().server(client());
        Identity identity = new Identity(client().certificateFile(), client().keyFile(), null);
        TlsSettings known = new TlsSettings(identity, null, Proof.NOTHING);
        TlsPeer friend = new TlsPeer(wanting, "pong").wantingCertificate();
        assertEquals(Cause.ANSWERED, talk(known, null, friend).verdict());
        TlsPeer guard = new TlsPeer(wanting, "pong").wantingCertificate();
        assertTrue(talk(TlsSettings.ANYBODY, null, guard).verdict() != Cause.ANSWERED);
    }

    @Test
    void aFileThatIsReplacedCountsAtOnce() throws Exception {
        Path file = Path.of(client().certificateFile());
        TlsSettings settings = new TlsSettings(null, file.toString(), Proof.CERTIFICATE);
        TlsPeer before = new TlsPeer(server().server(), "pong");
        assertEquals(Cause.WRONG_ANSWER, talk(settings, null, before).verdict());
        Files.copy(Path.of(server().certificateFile()), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        TlsPeer after = new TlsPeer(server().server(), "pong");
        assertEquals(Cause.ANSWERED, talk(settings, null, after).verdict());
    }

    @Test
    void whatCannotBeUsedIsNamed() throws Exception {
        Identity lacking = new Identity(folder + "/none.pem", null, null);
        UnusableTlsException missing = assertThrows(
                UnusableTlsException.class,
                () -> Talk.ping(clients, null, new Encryption(false, new TlsSettings(lacking, null, Proof.NOTHING))));
        assertTrue(String.valueOf(missing.getMessage()).contains("none.pem"), missing.getMessage());
        Identity noKey = new Identity(client().certificateFile(), null, null);
        UnusableTlsException keyless = assertThrows(
                UnusableTlsException.class,
                () -> Talk.ping(clients, null, new Encryption(false, new TlsSettings(noKey, null, Proof.NOTHING))));
        assertTrue(
                String.valueOf(keyless.getMessage()).endsWith("there is no private key in it"), keyless.getMessage());
    }
}
