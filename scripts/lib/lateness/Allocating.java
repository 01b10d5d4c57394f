/** A JVM that makes garbage as fast as it can, and keeps some for a while. */
final class Allocating {
    private static final byte[][] KEPT = new byte[4096][];

    private Allocating() {}

    public static void main(String[] arguments) {
        for (int next = 0; ; next = (next + 1) % KEPT.length) {
            KEPT[next] = new byte[16384];
        }
    }
}
