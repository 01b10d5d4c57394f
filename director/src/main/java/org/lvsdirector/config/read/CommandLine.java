package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as keepalived's script words do: blanks separate, single and double quotes group, a backslash protects the next
 * character or writes a control character. Quoted and plain stretches that touch make one argument.
 */
final class CommandLine {
    private static final String ESCAPES = "abEfnrtv";
    private static final String CONTROLS = "\u0007\b\u001B\f\n\r\t\u000B";

    private final String text;
    private final List<String> arguments = new ArrayList<>();
    private int position;

    private CommandLine(String text) {
        this.text = text;
    }

    /**
     * The arguments of a command line, perhaps none.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> split(String text) {
        CommandLine line = new CommandLine(text);
        while (line.skipBlanks()) {
            line.argument();
        }
        return List.copyOf(line.arguments);
    }

    private boolean skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length();
    }

    private void argument() {
        StringBuilder argument = new StringBuilder();
        char quote = 0;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '\\' && position < text.length()) {
                escape(argument);
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                break;
            } else {
                argument.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote (" + quote + ") is not closed");
        }
        arguments.add(argument.toString());
    }

    private void escape(StringBuilder argument) {
        char c = text.charAt(position++);
        int control = ESCAPES.indexOf(c);
        if (control >= 0) {
            argument.append(CONTROLS.charAt(control));
        } else if (c >= '0' && c <= '7') {
            position--;
            argument.append((char) number(8, 3));
        } else if (c == 'x' && position < text.length() && Character.digit(text.charAt(position), 16) >= 0) {
            argument.append((char) number(16, 2));
        } else if (c == 'c' && position < text.length()) {
            argument.append((char) (text.charAt(position++) & 0x1F));
        } else {
            argument.append(c);
        }
    }

    private int number(int radix, int mostDigits) {
        int value = 0;
        for (int i = 0; i < mostDigits && position < text.length(); i++) {
            int digit = Character.digit(text.charAt(position), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            position++;
        }
        return value;
    }
}
