package org.lvsdirector.check.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PemKeyTest {
    /** Before the key itself in PKCS #8: sequence, version, algorithm, the octets' head. */
    private static final int RSA_HEADER_BYTES = 26;

    private final PrivateKey rsa = rsa();

    private static PrivateKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }

    @Test
    void bothFormsOfAnRsaKey() throws Exception {
        byte[] modern = rsa.getEncoded();
        byte[] old = Arrays.copyOfRange(modern, RSA_HEADER_BYTES, modern.length);
        assertEquals(rsa, PemKey.parse(pem("PRIVATE KEY", modern), null));
        assertArrayEquals(
                modern, PemKey.parse(pem("RSA PRIVATE KEY", old), null).getEncoded());
    }

    /** Both written by openssl pkcs8, of one throw-away key. */
    @Test
    void aKeyWithAPassword() throws Exception {
        String plain = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+iitM84e02kBkWqV
            bMghavr+5JQl6i5s0u8mFB9zE/2hRANCAARsyc/C2xkSBRKklTqnEGlO6fzYbKE8
            Q5IQ8hwkym2yaDPjBuVMT2GSH6o28OdT5nBjL5ogdAsFf8MLofHOU+Df
            -----END PRIVATE KEY-----
            """;
        String secret = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiIfs223vHQvgICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGuWXECwN4Kk/cDR8V9beNUEgZB5
            OzbKPcsU5A0j+wMKpLX2BYNd9obHTgb/GJIG9KwQBZO98NWWfMY+wNHBi4gaQcge
            K1XDAbm6+wi/WR2193I9Gv09yI71LSqhUXpSUKPAVgjDq6t6lVN/cqq+cMQ1UI21
            3f3uH4vogQVRC2e85rUjokva70rFezKlgGX3ifZHqdLza+kaD/kK9dIcXjG17bE=
            -----END ENCRYPTED PRIVATE KEY-----
            """;
        PrivateKey key = PemKey.parse(plain, null);
        assertEquals("EC", key.getAlgorithm());
        assertEquals(key, PemKey.parse(secret, "sesame"));
        assertThrows(GeneralSecurityException.class, () -> PemKey.parse(secret, "open"));
        assertEquals("its key wants a password", message(secret));
    }

    @Test
    void whatItDoesNotKnow() {
        assertEquals("there is no private key in it", message("nothing"));
        assertEquals(
                "its key is in an older format: convert it with openssl pkcs8 -topk8",
                message(pem("EC PRIVATE KEY", new byte[] {1})));
        assertEquals(
                "its key is of none of the kinds RSA, EC, Ed25519, Ed448", message(pem("PRIVATE KEY", new byte[] {1})));
    }

    private static String message(String pem) {
        return String.valueOf(assertThrows(GeneralSecurityException.class, () -> PemKey.parse(pem, null))
                .getMessage());
    }
}
