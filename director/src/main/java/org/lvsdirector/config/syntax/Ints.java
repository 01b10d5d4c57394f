package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/** A sequence of ints that grows by pieces, so that growing copies nothing and leaves nothing behind. */
final class Ints {
    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<int[]> pieces = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if (size >>> PIECE_BITS == pieces.size()) {
            pieces.add(new int[PIECE]);
        }
        size++;
        set(size - 1, value);
    }

    int get(int index) {
        return pieces.get(index >>> PIECE_BITS)[index & (PIECE - 1)];
    }

    void set(int index, int value) {
        pieces.get(index >>> PIECE_BITS)[index & (PIECE - 1)] = value;
    }
}
