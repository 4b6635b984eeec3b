package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InfluxCommandTest {
    private static final String AWAY = "books.url=postgres://greenpark@127.0.0.1:1/greenpark";

    private final StringWriter said = new StringWriter();

    @TempDir
    Path data;

    @BeforeEach
    void installation() throws Exception {
        Files.createDirectory(data.resolve("credentials"));
    }

    private int run(String verb, String... sets) {
        List<String> words = new ArrayList<>(
                List.of("influx", verb, "--config", "conf/real-plants.yaml", "--data", data.toString()));
        for (String set : sets) {
            words.addAll(List.of("--set", set));
        }
        CommandLine line = GreenparkCommand.commandLine();
        line.setErr(new PrintWriter(said, true));
        return line.execute(words.toArray(String[]::new));
    }

    private void assertTold(String words) {
        assertThat(said.toString()).startsWith("greenpark: ").contains(words).doesNotContain("\tat ");
    }

    @Test
    void refused_fails_in_one_sentence_without_the_books_server() {
        assertThat(run("refused", AWAY)).isEqualTo(1);
        assertTold("cannot be used");
    }

    @Test
    void refused_fails_in_one_sentence_without_books() {
        assertThat(run("refused")).isEqualTo(1);
        assertTold("books.db");
    }

    @Test
    void rebuild_fails_in_one_sentence_without_the_books_server() {
        assertThat(run("rebuild", AWAY, "influx.url=http://127.0.0.1:1")).isEqualTo(1);
        assertTold("cannot be used");
    }
}
