package org.lvsdirector.config.read;

/**
 * {@code N [reverse|noreverse]}: by how much a tracker changes a priority.
 *
 * @param value -253 to 253
 */
record Weight(int value, boolean reverse) {

    /** The weight that begins at an argument of a line, within the range of the line's keyword. */
    static Weight read(Block block, Entry line, int index, Weight fallback) {
        int value = (int) block.checked(line, index, fallback.value());
        String direction = line.argument(index + 1);
        if (direction == null) {
            return new Weight(value, fallback.reverse());
        }
        boolean reverse = direction.equals("reverse");
        if (!reverse && !direction.equals("noreverse") && !direction.equals("no_reverse")) {
            block.problems()
                    .error(
                            line.placeOf(index + 1),
                            "a weight is not followed by '" + direction + "'",
                            "write reverse, noreverse or nothing");
        }
        return new Weight(value, reverse);
    }
}
