package org.lvsdirector.control.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may change a script; needs root, since files of root are what it is about. */
@Tag("netns")
class ScriptSecurityTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileOfRootAloneIsSafeEvenBelowTheStickyTmp() throws IOException {
        assertEquals(Optional.empty(), ScriptSecurity.weakness(script("rwxr-xr-x")));
    }

    @Test
    void aFileForEveryoneIsNot() throws IOException {
        weak(script("rwxr-xrwx"), "can be written by everyone");
    }

    @Test
    void norIsOneInAFolderForEveryone() throws IOException {
        Path script = script("rwxr-xr-x");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        weak(script, folder + " can be written by everyone");
    }

    @Test
    void norIsOneOfSomebodyElse() throws IOException {
        Path script = script("rwxr-xr-x");
        Files.setOwner(
                script, script.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        weak(script, "belongs to nobody");
    }

    @Test
    void aLinkIsAsWeakAsWhatItPointsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script("rwxr-xrwx"));
        weak(link, "can be written by everyone");
    }

    @Test
    void whatIsNotThereCannotDoHarm() {
        assertEquals(Optional.empty(), ScriptSecurity.weakness(folder.resolve("absent")));
    }

    @Test
    void accountsComeFromTheNameService() {
        assertEquals(Optional.of(ScriptAccount.ROOT), Accounts.find("root", null));
        assertEquals(Optional.of(new ScriptAccount("65534", "65534")), Accounts.find("nobody", null));
        assertEquals(Optional.of(new ScriptAccount("65534", "adm")), Accounts.find("nobody", "adm"));
        assertEquals(Optional.empty(), Accounts.find("no-such-user", null));
        assertEquals(Optional.empty(), Accounts.find("--help", null));
    }

    @Test
    void aScriptRunsAsItsAccountWithItsGroups() throws IOException {
        Path out = Files.createFile(folder.resolve("out"));
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ScriptLauncher launcher = new ScriptLauncher((leader, signal) -> {})) {
            ScriptAccount account = Accounts.find("nobody", null).orElseThrow();
            ScriptRun run = new ScriptRun(List.of("sh", "-c", "id -u > " + out), account, 0);
            assertEquals(new ScriptOutcome.Exited(0), launcher.start(run).join());
        }
        assertEquals("65534\n", Files.readString(out));
    }

    private Path script(String permissions) throws IOException {
        Path script = Files.createFile(folder.resolve("script"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(permissions));
        return script;
    }

    private static void weak(Path script, String reason) {
        String found = ScriptSecurity.weakness(script).orElse("nothing");
        assertTrue(found.contains(reason), found);
    }
}
