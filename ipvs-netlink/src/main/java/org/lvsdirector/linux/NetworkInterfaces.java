package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Names and numbers of interfaces, in the network namespace of the calling thread. */
public final class NetworkInterfaces {
    /** Longest name in bytes, without the closing zero ({@code IFNAMSIZ - 1}). */
    public static final int MAX_NAME_BYTES = 15;

    private NetworkInterfaces() {}

    /** The index of an interface by name; empty if there is none. */
    public static OptionalInt index(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > MAX_NAME_BYTES) {
            return OptionalInt.empty();
        }
        ByteBuffer zeroTerminated =
                ByteBuffer.allocateDirect(MAX_NAME_BYTES + 1).put(0, bytes);
        int index = (int) Libc.call(Libc.IF_NAMETOINDEX, Libc.address(zeroTerminated));
        return index == 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The name of an interface by index; null if there is none. */
    public static @Nullable String name(int index) {
        ByteBuffer name = ByteBuffer.allocateDirect(MAX_NAME_BYTES + 1);
        if (Libc.call(Libc.IF_INDEXTONAME, index, Libc.address(name)) == 0) {
            return null;
        }
        int length = 0;
        while (name.get(length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        name.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
