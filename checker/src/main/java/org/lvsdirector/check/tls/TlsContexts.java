package org.lvsdirector.check.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.TlsSettings;

/**
 * What settings of TLS come to, with the files that they name. Made when first needed: that takes longer than all else at the start of a
 * process that may never need it. Made again when a file is another one, so that a renewed certificate needs no restart.
 */
public final class TlsContexts {
    private static final char[] NO_PASSWORD = {};

    private final Map<TlsSettings, Made> made = new HashMap<>();

    private record Made(SSLContext context, List<FileTime> times) {}

    /**
     * The context of these settings.
     *
     * @throws UnusableTlsException if a file cannot be read or used
     */
    public SSLContext of(TlsSettings settings) throws UnusableTlsException {
        List<FileTime> times = times(settings);
        Made present = made.get(settings);
        if (present == null || !present.times().equals(times)) {
            present = new Made(make(settings), times);
            made.put(settings, present);
        }
        return present.context();
    }

    private static List<FileTime> times(TlsSettings settings) throws UnusableTlsException {
        List<FileTime> times = new ArrayList<>();
        TlsSettings.Identity identity = settings.identity();
        if (identity != null) {
            times.add(time(identity.certificate()));
            times.add(time(keyFile(identity)));
        }
        if (settings.authorities() != null) {
            times.add(time(settings.authorities()));
        }
        return times;
    }

    private static String keyFile(TlsSettings.Identity identity) {
        return identity.key() == null ? identity.certificate() : identity.key();
    }

    private static FileTime time(String file) throws UnusableTlsException {
        return using(file, path -> Files.getLastModifiedTime(path));
    }

    private static SSLContext make(TlsSettings settings) throws UnusableTlsException {
        TrustManager[] trust = trust(settings);
        KeyManager[] keys = settings.identity() == null ? null : keys(settings.identity());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }

    /** Null: the Java runtime's own. */
    private static TrustManager @Nullable [] trust(TlsSettings settings) throws UnusableTlsException {
        if (settings.proof() == TlsSettings.Proof.NOTHING) {
            return new TrustManager[] {new AnyCertificate()};
        }
        if (settings.authorities() == null) {
            return null;
        }
        return using(settings.authorities(), path -> {
            KeyStore store = empty();
            int count = 0;
            for (Certificate certificate : certificates(path)) {
                store.setCertificateEntry("authority " + count++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        });
    }

    private static KeyManager[] keys(TlsSettings.Identity identity) throws UnusableTlsException {
        Certificate[] chain = using(identity.certificate(), TlsContexts::certificates);
        PrivateKey key = using(
                keyFile(identity),
                path -> PemKey.parse(Files.readString(path, StandardCharsets.ISO_8859_1), identity.password()));
        return using(identity.certificate(), path -> {
            KeyStore store = empty();
            store.setKeyEntry("identity", key, NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        });
    }

    private static Certificate[] certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            if (found.length == 0) {
                throw new CertificateException("there is no certificate in it");
            }
            return found;
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Something that is done with a file. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Path file) throws IOException, GeneralSecurityException;
    }

    private static <T> T using(String file, Use<T> use) throws UnusableTlsException {
        try {
            return use.of(Path.of(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            String reason = e instanceof IOException ? e.toString() : String.valueOf(e.getMessage());
            throw new UnusableTlsException("the file " + file + " cannot be used for TLS: " + reason, e);
        }
    }
}
