package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * {@code FILE_CHECK}: the number in a file, of which somebody else tells.
 *
 * @param file name of the track file
 * @param weight what the number is multiplied by to be added to the real server's weight; 0: any number but 0 is a failure
 * @param reverse whether the sign changes, or with weight 0, whether 0 is the failure
 */
public record FileProbe(String file, int weight, boolean reverse) implements Probe {
    /** The kernel's weights end here, in either direction of change. */
    private static final long MOST_WEIGHT = 65_535;

    /**
     * What a number means.
     *
     * @return the change of the weight; null for a failure
     */
    public @Nullable Integer judge(int number) {
        if (weight == 0) {
            return (number != 0) != reverse ? null : 0;
        }
        long product = (long) number * (reverse ? -(long) weight : weight);
        if (product <= Integer.MIN_VALUE) {
            return null;
        }
        return (int) Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, product));
    }

    /** It waits for news as long as it takes. */
    @Override
    public long timeoutNanos() {
        return Long.MAX_VALUE / 4;
    }

    @Override
    public String keyword() {
        return "FILE_CHECK";
    }

    @Override
    public String target() {
        return file;
    }

    @Override
    public String passed(String server) {
        return "File check of [" + file + "] RS(" + server + ") is UP";
    }

    @Override
    public String failed(String server) {
        return "File check of [" + file + "] RS(" + server + ") is DOWN";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "File check of [" + file + "] RS(" + server + "): " + result.detail() + ".";
    }
}
