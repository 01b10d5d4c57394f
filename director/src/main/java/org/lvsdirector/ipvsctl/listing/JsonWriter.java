package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;

/** Writes JSON (RFC 8259) as it comes, a name and a value at a time. Not by jackson, which the director uses: to load it takes longer than
 * all that a listing does. */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";
    private static final int FIRST_PRINTABLE = 0x20;

    private final TextOutput out;
    /** Whether something stands before on this level. */
    private boolean comma;

    public JsonWriter(TextOutput out) {
        this.out = out;
    }

    /** Begins an object that is a value by itself. */
    public JsonWriter beginObject() {
        separate();
        out.add('{');
        comma = false;
        return this;
    }

    /** Begins an object as a member. */
    public JsonWriter beginObject(String name) {
        name(name);
        out.add('{');
        comma = false;
        return this;
    }

    public JsonWriter endObject() {
        out.add('}');
        comma = true;
        return this;
    }

    public JsonWriter beginArray(String name) {
        name(name);
        out.add('[');
        comma = false;
        return this;
    }

    public JsonWriter endArray() {
        out.add(']');
        comma = true;
        return this;
    }

    public JsonWriter member(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    public JsonWriter member(String name, long value) {
        name(name);
        out.add(value);
        return this;
    }

    /** A number of 64 bits without a sign. */
    public JsonWriter unsigned(String name, long value) {
        name(name);
        out.add(Long.toUnsignedString(value));
        return this;
    }

    public JsonWriter member(String name, boolean value) {
        name(name);
        out.add(value ? "true" : "false");
        return this;
    }

    /** A string in an array. */
    public JsonWriter element(String value) {
        separate();
        string(value);
        return this;
    }

    /** Ends the text. */
    public void end() throws IOException {
        out.endLine();
    }

    /** Lets go of what is much: between elements of a long array. */
    void breakLine() throws IOException {
        out.endLine();
    }

    private void name(String name) {
        separate();
        string(name);
        out.add(':');
    }

    private void separate() {
        if (comma) {
            out.add(',');
        }
        comma = true;
    }

    private void string(String value) {
        out.add('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.add('\\').add(c);
            } else if (c < FIRST_PRINTABLE) {
                out.add("\\u00").add(HEX.charAt(c >> 4)).add(HEX.charAt(c & 0xF));
            } else {
                int end = i + 1;
                while (end < value.length() && isPlain(value.charAt(end))) {
                    end++;
                }
                out.add(value.substring(i, end));
                i = end - 1;
            }
        }
        out.add('"');
    }

    private static boolean isPlain(char c) {
        return c >= FIRST_PRINTABLE && c != '"' && c != '\\';
    }
}
