package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whoever connects a gateway with JSON of its own sees what becomes of a sample before the gateway is connected. */
class MappingCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int run(String expression, String sample, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("plant.jsonata"), expression);
        ByteArrayInputStream in = new ByteArrayInputStream(sample.getBytes(StandardCharsets.UTF_8));
        CommandLine line = new CommandLine(new MappingCommand.Try(() -> in));
        line.setOut(new PrintWriter(out, true));
        line.setExecutionExceptionHandler((e, l, r) -> {
            out.write(String.valueOf(e.getMessage()));
            return 2;
        });
        String[] words = new String[options.length + 1];
        words[0] = file.toString();
        System.arraycopy(options, 0, words, 1, options.length);
        return line.execute(words);
    }

    @Test
    void what_is_made_and_read_is_shown() throws IOException {
        int code = run(
                "{'m-1': {'ts': t, 'values': {'kwh': e}}}", "{\"t\": 1795132800000, \"e\": 12.5}", "--topic", "a/b");
        assertThat(out.toString()).contains("made: {\"m-1\":", "m-1  2026-11-20T00:00:00Z", "  kwh = 12.5");
        assertThat(code).isZero();
    }

    @Test
    void what_is_not_read_is_shown_with_its_reason() throws IOException {
        assertThat(run("{'kwh': e}", "{\"e\": \"12\"}", "--device")).isEqualTo(1);
        assertThat(out.toString()).contains("without a time", "kwh refused: ");
    }

    @Test
    void what_takes_too_long_is_told_as_the_door_would() throws IOException {
        String sample = "{\"e\": \"" + "a".repeat(65_000) + "\"}";
        assertThat(run("{'kwh': $count($match(e, /a.*b|a/))}", sample, "--device"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("refused: the mapping fails: it took longer than 200 ms");
    }

    @Test
    void a_regular_expression_that_might_not_end_is_told() throws IOException {
        assertThat(run("{'kwh': $contains(e, /(?=a)b/)}", "{}")).isEqualTo(2);
        assertThat(out.toString()).contains("plant.jsonata", "/(?=a)b/", "without look-around");
    }

    @Test
    void a_faulty_expression_is_told() throws IOException {
        assertThat(run("{'kwh': ", "{}")).isEqualTo(2);
        assertThat(out.toString()).contains("plant.jsonata", "is no JSONata expression");
    }
}
