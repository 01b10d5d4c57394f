package org.lvsdirector.config;

/** A word without a value behind a virtual address. */
public enum AddressOption {
    HOME("home"),
    DETECT_DUPLICATES("-nodad"),
    MANAGE_TEMPORARY("mngtmpaddr"),
    NO_PREFIX_ROUTE("noprefixroute"),
    AUTO_JOIN("autojoin"),
    NOT_TRACKED("no_track"),
    /** On an interface of its own with the virtual router's hardware address. */
    VIRTUAL_MAC("use_vmac");

    private final String word;

    AddressOption(String word) {
        this.word = word;
    }

    /** As the configuration has it. */
    public String word() {
        return word;
    }
}
