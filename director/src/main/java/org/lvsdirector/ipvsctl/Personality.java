package org.lvsdirector.ipvsctl;

/**
 * Which program the command plays, chosen by the name it was started under. The options, formats and exit codes are the same; the
 * personalities differ where ipvsadm 1.31 has a defect that scripts may have come to rely on.
 */
public enum Personality {
    /** Our own name: defects are mended. */
    IPVSCTL("ipvsctl"),
    /** {@code ipvsadm} 1.31 to the byte. */
    IPVSADM("ipvsadm");

    private final String programName;

    Personality(String programName) {
        this.programName = programName;
    }

    /** The name in messages. */
    public String programName() {
        return programName;
    }

    /** The personality for the name of the file that was started; {@link #IPVSCTL} unless the name begins with {@code ipvsadm}. */
    public static Personality ofProgram(String fileName) {
        return fileName.startsWith(IPVSADM.programName) ? IPVSADM : IPVSCTL;
    }
}
