package org.lvsdirector.config.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.Authentication;
import org.lvsdirector.config.syntax.Problems;

/** {@code authentication { auth_type PASS|AH; auth_pass PASSWORD }}. */
final class AuthenticationReader {
    private static final int LONGEST = 8;

    private final Blocks blocks;
    private final Problems problems;

    AuthenticationReader(Blocks blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    /** What goes on the wire: null without the block, and where version or strict mode forbid it, which is reported. */
    @Nullable
    Authentication read(Block instance, String name, int version, boolean strict) {
        Entry opener = instance.last("authentication");
        if (opener == null) {
            return null;
        }
        Block block = blocks.of(opener);
        String type = block.choice("auth_type");
        String password = block.text("auth_pass");
        if (!block.has("auth_type") || !block.has("auth_pass")) {
            String missing = block.has("auth_type") ? "auth_pass" : "auth_type";
            problems.warning(
                    opener.place(),
                    "no " + missing + " is given, so no authentication is sent",
                    "add a line: " + missing + " ...");
        }
        if (password == null || type == null) {
            return null;
        }
        if (strict) {
            problems.warning(
                    opener.place(),
                    "'" + name + "' is in strict mode, so no authentication is sent",
                    "remove vrrp_strict, or this block on all routers of the group");
            return null;
        }
        if (version > 2) {
            problems.warning(
                    opener.place(),
                    "VRRP version 3 has no authentication, so none is sent",
                    "remove this block, or use version 2");
            return null;
        }
        return new Authentication("AH".equals(type), shortened(block, password));
    }

    private String shortened(Block block, String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return password;
        }
        problems.warning(
                block.placeOf("auth_pass"),
                "the password has " + bytes.length + " bytes; only the first " + LONGEST + " are used",
                "shorten it to " + LONGEST + " on all routers of the group");
        int end = Math.min(LONGEST, password.length());
        while (password.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end--;
        }
        return password.substring(0, end);
    }
}
