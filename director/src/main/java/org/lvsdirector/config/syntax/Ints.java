package org.lvsdirector.config.syntax;

import java.util.Arrays;

/** A sequence of ints that grows by pieces, so that growing copies nothing and leaves nothing behind. */
final class Ints {
    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int FIRST_PIECES = 16;

    private int[][] pieces = new int[FIRST_PIECES][];
    /** The piece that is being filled. */
    private int[] last = {};

    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        int within = size & (PIECE - 1);
        if (within == 0) {
            begin(size >>> PIECE_BITS);
        }
        last[within] = value;
        size++;
    }

    private void begin(int piece) {
        if (piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * piece);
        }
        last = new int[PIECE];
        pieces[piece] = last;
    }

    int get(int index) {
        return pieces[index >>> PIECE_BITS][index & (PIECE - 1)];
    }

    void set(int index, int value) {
        pieces[index >>> PIECE_BITS][index & (PIECE - 1)] = value;
    }
}
