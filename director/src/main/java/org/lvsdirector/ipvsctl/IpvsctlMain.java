package org.lvsdirector.ipvsctl;

/** Entry point of {@code ipvsctl}. */
public final class IpvsctlMain {
    private IpvsctlMain() {}

    public static void main(String[] args) {
        System.out.println("ipvsctl " + System.getProperty("lvsdirector.version"));
    }
}
