package org.lvsdirector.config.syntax;

/** A line whose text was put together for it, so that offsets count from its own first character. */
abstract class ComposedLine extends Line {
    private final String text;

    ComposedLine(String text) {
        this.text = text;
    }

    @Override
    final String text() {
        return text;
    }

    @Override
    final int from() {
        return 0;
    }

    @Override
    final int to() {
        return text.length();
    }
}
