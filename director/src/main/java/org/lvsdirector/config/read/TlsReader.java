package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.TlsSettings;
import org.lvsdirector.config.syntax.Problems;

/** The {@code SSL} block, and what an {@code SSL_GET} makes of it. */
final class TlsReader {
    private final Blocks blocks;
    private final Problems problems;

    TlsReader(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    /** What all checks share, of which nothing is asked to be proven yet. */
    TlsSettings read(Block root) {
        Entry opener = root.last("SSL");
        if (opener == null) {
            return TlsSettings.ANYBODY;
        }
        Block block = blocks.of(opener);
        return new TlsSettings(identity(block), block.text("ca"), TlsSettings.Proof.NOTHING);
    }

    private TlsSettings.@Nullable Identity identity(Block block) {
        String certificate = block.text("certificate");
        String key = block.text("key");
        String password = block.text("password");
        if (certificate != null) {
            return new TlsSettings.Identity(certificate, key, password);
        }
        if (key != null) {
            problems.error(block.placeOf("key"), "this key has no certificate", "add a line: certificate FILE");
        }
        return null;
    }

    /** The same for one check, with what it wants proven. */
    TlsSettings of(Block check, TlsSettings shared) {
        String word = check.choice("verify");
        TlsSettings.Proof proof =
                switch (word == null ? check.defaultOf("verify") : word) {
                    case "certificate" -> TlsSettings.Proof.CERTIFICATE;
                    case "name" -> TlsSettings.Proof.NAME;
                    default -> TlsSettings.Proof.NOTHING;
                };
        return new TlsSettings(shared.identity(), shared.authorities(), proof);
    }
}
