package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.deploy.command.GreenparkCommand;
import io.greenpark.park.log.LogReadings;
import io.greenpark.registry.RegistryService;
import io.greenpark.store.books.BooksSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A downgrade is refused: one sentence, exit code 1, and everything as the newer version left it. */
class NewerInstallationTest {
    private static final String FUTURE_BOOKS =
            "INSERT INTO flyway_schema_history (installed_rank, version, description,"
                    + " type, script, checksum, installed_by, execution_time, success)"
                    + " VALUES (900, '9000', 'of the future', 'SQL', 'V9000.sql', 1, '', 0, 1)";
    private static final String FUTURE_FILE = "PRAGMA user_version=9000";

    private final StringWriter said = new StringWriter();

    @TempDir
    Path data;

    @BeforeEach
    void installation() throws Exception {
        AppConfig config = AppConfig.read(Path.of("conf/real-plants.yaml"), List.of(), data, new Problems());
        try (ShutdownStack shutdown = new ShutdownStack()) {
            Stores stores = Stores.open(config, RegistryService.Start.STRICT, data, Clock.systemUTC(), shutdown);
            stores.log()
                    .append(LogReadings.readings(0, 10))
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = connection.createStatement()) {
            for (String statement : statements) {
                s.execute(statement);
            }
        }
    }

    private Path logFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            return files.filter(f -> f.toString().endsWith(".sqlite")).findAny().orElseThrow();
        }
    }

    /** All files, byte by byte, except the lock files. */
    private Map<String, ByteBuffer> contents() throws IOException {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("lock"))
                    .toList()) {
                contents.put(data.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private int start() {
        CommandLine line = GreenparkCommand.commandLine();
        line.setErr(new PrintWriter(said, true));
        return line.execute("run", "--config", "conf/real-plants.yaml", "--data", data.toString());
    }

    private void assertRefused(String subject, String known) throws IOException {
        Map<String, ByteBuffer> before = contents();
        assertThat(start()).isEqualTo(1);
        assertThat(said.toString())
                .startsWith("greenpark: cannot start: " + subject
                        + " has schema version \"9000\", written by a newer Greenpark; this one knows versions up to "
                        + known + " and has changed nothing.")
                .contains("Start the newer Greenpark again")
                .contains("greenpark restore BACKUP --data NEWDIR")
                .doesNotContain("\tat ");
        assertThat(contents().equals(before)).as("nothing was changed").isTrue();
    }

    @Test
    void newer_books_are_refused_and_unchanged() throws Exception {
        Path books = data.resolve("books.db");
        execute(books, FUTURE_BOOKS);
        assertRefused("books \"" + books + "\"", BooksSchema.latest());
    }

    @Test
    void a_newer_log_is_refused_before_books_are_upgraded() throws Exception {
        execute(data.resolve("books.db"), "DELETE FROM flyway_schema_history WHERE version = '7'");
        execute(logFile(), FUTURE_FILE);
        assertRefused("log file \"" + logFile() + "\"", "1");
    }

    @Test
    void newer_dead_letters_are_refused_and_unchanged() throws Exception {
        Path letters = data.resolve("dead-letters.db");
        execute(letters, FUTURE_FILE);
        assertRefused("dead letters \"" + letters + "\"", "1");
    }
}
