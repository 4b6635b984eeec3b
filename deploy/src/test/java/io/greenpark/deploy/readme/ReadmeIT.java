package io.greenpark.deploy.readme;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in the README and the manual works as printed, in the order printed. The Chinese ones print the same commands,
 * which {@link LanguagePairsTest} holds, so they are not run again.
 */
class ReadmeIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("greenpark.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    /** In a folder that looks like a checkout. */
    @Test
    void every_command_of_the_readme_works_as_printed() throws Exception {
        Files.createSymbolicLink(folder.resolve("greenpark"), CHECKOUT.resolve("greenpark"));
        Files.createSymbolicLink(folder.resolve("deploy"), CHECKOUT.resolve("deploy"));
        follow("README.md", UnaryOperator.identity());
    }

    /** Beside the tarball; system folders are folders below it, the user is the one running the test. */
    @Test
    void every_command_of_the_manual_works_as_printed() throws Exception {
        Path tarball;
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(CHECKOUT.resolve("deploy/target"), "greenpark-*.tar.gz")) {
            tarball = found.iterator().next();
        }
        Files.createSymbolicLink(folder.resolve(tarball.getFileName()), tarball);
        follow("docs/operating.md", commands -> commands.replace("runuser -u greenpark -- ", "")
                .replaceAll("(?<![\\w.])/(opt|etc|var/lib)/greenpark", folder + "/$1/greenpark"));
    }

    private void follow(String document, UnaryOperator<String> here) throws Exception {
        Shell background = null;
        try {
            for (Snippet snippet : Snippet.of(CHECKOUT.resolve(document))) {
                String commands = here.apply(snippet.commands());
                if (snippet.mark().equals("run: background")) {
                    background = shell(commands);
                    background.awaitReady(120);
                } else if (snippet.runs()) {
                    run(document + ":" + snippet.line(), commands);
                }
                if (snippet.mark().equals("run: last") && background != null) {
                    background.close();
                    background = null;
                }
            }
        } finally {
            if (background != null) {
                background.close();
            }
        }
    }

    private void run(String place, String commands) throws InterruptedException {
        try (Shell shell = shell(commands)) {
            shell.awaitSuccess(300);
        } catch (AssertionError e) {
            throw new AssertionError(place + ": " + e.getMessage(), e);
        }
    }

    private Shell shell(String commands) {
        return new Shell(folder, commands, Map.of("GREENPARK_NO_BUILD", "1"), "Greenpark is ready");
    }
}
