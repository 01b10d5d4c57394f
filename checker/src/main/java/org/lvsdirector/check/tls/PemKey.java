package org.lvsdirector.check.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** A private key in PEM: PKCS #8, plain or with a password, or the older form of RSA keys (RFC 7468; RFC 8017, appendix A). */
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:ENCRYPTED |RSA |EC )?PRIVATE KEY)-----([^-]*)-----END");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    /** Version 0, and the algorithm rsaEncryption, in DER. */
    private static final byte[] RSA_HEADER = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private PemKey() {}

    /** @throws GeneralSecurityException with what is wrong with it, and what to do */
    static PrivateKey parse(String pem, @Nullable String password) throws GeneralSecurityException, IOException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException("there is no private key in it");
        }
        String body = block.group(2);
        if (block.group(1).equals("EC PRIVATE KEY") || body.contains(":")) {
            throw new InvalidKeySpecException("its key is in an older format: convert it with openssl pkcs8 -topk8");
        }
        byte[] der = Base64.getMimeDecoder().decode(body);
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(wrapped(der)));
            case "ENCRYPTED PRIVATE KEY" -> key(decrypted(der, password));
            default -> key(new PKCS8EncodedKeySpec(der));
        };
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] der, @Nullable String password)
            throws GeneralSecurityException, IOException {
        if (password == null) {
            throw new InvalidKeySpecException("its key wants a password");
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        // For PBES2 only the parameters know the name of the algorithm.
        String algorithm = info.getAlgParameters().toString();
        var secret = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            PrivateKey key = key(algorithm, spec);
            if (key != null) {
                return key;
            }
        }
        throw new InvalidKeySpecException("its key is of none of the kinds " + String.join(", ", ALGORITHMS));
    }

    /** Null for a key of another kind. */
    private static @Nullable PrivateKey key(String algorithm, PKCS8EncodedKeySpec spec)
            throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (InvalidKeySpecException another) {
            return null;
        }
    }

    private static byte[] wrapped(byte[] rsa) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_HEADER);
        inner.writeBytes(element(OCTETS, rsa));
        return element(SEQUENCE, inner.toByteArray());
    }

    /** Tag, length in the long form of two bytes, contents. */
    private static byte[] element(int tag, byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) tag, (byte) 0x82, (byte) (contents.length >> Byte.SIZE), (byte) contents.length});
        out.writeBytes(contents);
        return out.toByteArray();
    }
}
