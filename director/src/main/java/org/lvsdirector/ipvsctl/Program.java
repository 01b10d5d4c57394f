package org.lvsdirector.ipvsctl;

import java.util.List;

/** The names that the program goes by: ours, ipvsadm's, and those of the two scripts that come with ipvsadm. */
enum Program {
    IPVSCTL("ipvsctl", Personality.IPVSCTL),
    IPVSADM("ipvsadm", Personality.IPVSADM),
    IPVSADM_SAVE("ipvsadm-save", Personality.IPVSADM),
    IPVSADM_RESTORE("ipvsadm-restore", Personality.IPVSADM);

    private static final Program[] ALL = values();

    private final String fileName;
    private final Personality personality;

    Program(String fileName, Personality personality) {
        this.fileName = fileName;
        this.personality = personality;
    }

    /** The program with the name of the file that was started; by any other name it is {@link #IPVSCTL}. */
    static Program of(String fileName) {
        for (Program program : ALL) {
            if (program.fileName.equals(fileName)) {
                return program;
            }
        }
        return IPVSCTL;
    }

    /** Whose options and formats these are. */
    Personality personality() {
        return personality;
    }

    /** Runs one command line; returns the exit code. */
    int run(List<String> words, Surroundings surroundings) {
        return switch (this) {
            case IPVSCTL, IPVSADM -> new Ipvsctl(surroundings).run(words);
            case IPVSADM_SAVE -> new SaveScript(surroundings).run(words);
            case IPVSADM_RESTORE -> new RestoreScript(surroundings).run();
        };
    }
}
