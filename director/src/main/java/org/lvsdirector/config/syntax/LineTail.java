package org.lvsdirector.config.syntax;

/** A line without its beginning. */
final class LineTail extends Line {
    private final Line whole;
    private final int from;

    LineTail(Line whole, int from) {
        this.whole = whole;
        this.from = from;
    }

    @Override
    String file() {
        return whole.file();
    }

    @Override
    String text() {
        return whole.text();
    }

    @Override
    int from() {
        return from;
    }

    @Override
    int to() {
        return whole.to();
    }

    @Override
    int lineAt(int offset) {
        return whole.lineAt(offset);
    }

    @Override
    int columnAt(int offset) {
        return whole.columnAt(offset);
    }

    @Override
    SourcePlace placeAt(int offset) {
        return whole.placeAt(offset);
    }

    @Override
    boolean isMadeUp() {
        return whole.isMadeUp();
    }
}
