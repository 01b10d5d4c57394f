package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * Who a check's TLS client is, and whom it believes.
 *
 * @param identity what is shown to a server that asks for a certificate; null: nothing
 * @param authorities PEM file with the certificates that are believed; null: those of the Java runtime
 * @param proof what a server must prove
 */
public record TlsSettings(
        @Nullable Identity identity, @Nullable String authorities, Proof proof) {
    /** Shows nothing and believes everybody, as keepalived does. */
    public static final TlsSettings ANYBODY = new TlsSettings(null, null, Proof.NOTHING);

    /** What a server must prove. */
    public enum Proof {
        /** Nothing: the question is who is alive, not who is who. */
        NOTHING,
        /** That its certificate is valid, whatever name it bears. */
        CERTIFICATE,
        /** That, and that it is for the name of the handshake, or the address asked where that names nobody. */
        NAME
    }

    /**
     * A certificate with its key.
     *
     * @param certificate PEM file
     * @param key PEM file; null: in the same file as the certificate
     * @param password of the key; null for none
     */
    public record Identity(
            String certificate,
            @Nullable String key,
            @Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Identity[certificate=" + certificate + ", key=" + key + "]";
        }
    }
}
