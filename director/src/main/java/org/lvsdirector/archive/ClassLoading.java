package org.lvsdirector.archive;

import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads, and does not initialise, all classes of some packages: for an archive those too should be there that a rehearsal on a machine
 * without IPVS does not come to.
 */
public final class ClassLoading {
    private static final String CLASS_SUFFIX = ".class";

    private ClassLoading() {}

    /**
     * Loads them from the jars of the class path.
     *
     * @param prefixes of classes as jars name them, such as {@code org/lvsdirector/ipvs/}
     */
    public static void main(String[] prefixes) throws IOException, ClassNotFoundException {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            try (JarFile file = new JarFile(jar)) {
                for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                    load(entries.nextElement().getName(), prefixes);
                }
            }
        }
    }

    private static void load(String entry, String[] prefixes) throws ClassNotFoundException {
        for (String prefix : prefixes) {
            if (entry.startsWith(prefix) && entry.endsWith(CLASS_SUFFIX) && !entry.endsWith("package-info.class")) {
                String name = entry.substring(0, entry.length() - CLASS_SUFFIX.length());
                Class.forName(name.replace('/', '.'), false, ClassLoading.class.getClassLoader());
                return;
            }
        }
    }
}
