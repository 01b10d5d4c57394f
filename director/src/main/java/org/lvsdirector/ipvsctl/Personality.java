package org.lvsdirector.ipvsctl;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which program the command plays, chosen by the name it was started under. The options, formats and exit codes are the same; ipvsadm
 * comes with its {@linkplain Defect defects}, ours with what ipvsadm cannot do.
 */
public enum Personality {
    /** Our own name. */
    IPVSCTL("ipvsctl", EnumSet.noneOf(Defect.class)),
    /** {@code ipvsadm} 1.31 to the byte. */
    IPVSADM("ipvsadm", EnumSet.allOf(Defect.class));

    private final String programName;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<Defect> defects;

    Personality(String programName, Set<Defect> defects) {
        this.programName = programName;
        this.defects = defects;
    }

    /** The name in messages. */
    public String programName() {
        return programName;
    }

    /** Whether ipvsadm's defect is kept. */
    public boolean has(Defect defect) {
        return defects.contains(defect);
    }

    /** Whether there is more than ipvsadm has: its commands and switches would be mistakes under ipvsadm's name. */
    public boolean isExtended() {
        return this == IPVSCTL;
    }
}
