package io.greenpark.deploy.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of the READMEs works as printed, in the order printed, in a folder that looks like a checkout. */
class ReadmeIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("greenpark.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void every_command_works_as_printed(String readme) throws Exception {
        Files.createSymbolicLink(folder.resolve("greenpark"), CHECKOUT.resolve("greenpark"));
        Files.createSymbolicLink(folder.resolve("deploy"), CHECKOUT.resolve("deploy"));
        Shell background = null;
        try {
            for (Snippet snippet : Snippet.of(CHECKOUT.resolve(readme))) {
                if (snippet.mark().equals("run: background")) {
                    background = shell(snippet.commands());
                    background.awaitReady(120);
                } else if (snippet.mark().startsWith("run")) {
                    run(readme, snippet);
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

    private void run(String readme, Snippet snippet) throws InterruptedException {
        try (Shell shell = shell(snippet.commands())) {
            shell.awaitSuccess(300);
        } catch (AssertionError e) {
            throw new AssertionError(readme + ":" + snippet.line() + ": " + e.getMessage(), e);
        }
    }

    private Shell shell(String commands) {
        return new Shell(folder, commands, Map.of("GREENPARK_NO_BUILD", "1"), "Greenpark is ready");
    }

    @Test
    void both_languages_print_the_same_commands() throws IOException {
        assertThat(commands("README.zh-CN.md")).isEqualTo(commands("README.md"));
    }

    private static List<String> commands(String readme) throws IOException {
        return Snippet.of(CHECKOUT.resolve(readme)).stream()
                .map(s -> s.mark().replaceAll("^not run.*", "not run") + "\n"
                        + s.commands().replaceAll("#.*", ""))
                .toList();
    }
}
