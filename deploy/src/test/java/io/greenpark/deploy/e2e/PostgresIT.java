package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process with its books at a real PostgreSQL server, which also goes away for a while. */
class PostgresIT {
    private static final PostgresServer SERVER = PostgresServer.open();
    private static final String PLANT = "steel-plant";

    @TempDir
    Path folder;

    @AfterAll
    static void end() {
        SERVER.close();
    }

    private static List<String> booksAt(BooksServer server) {
        return List.of(
                "books.url=" + server.url(),
                "books.user=" + server.user(),
                "books.password=file:" + SERVER.passwordFile());
    }

    private GreenparkProcess greenpark(List<String> sets) throws Exception {
        return greenpark(GreenparkProcess.conf("real-plants.yaml"), sets);
    }

    private GreenparkProcess greenpark(Path config, List<String> sets) throws Exception {
        return new GreenparkProcess(config, folder.resolve("data"), sets);
    }

    /** A configuration of its own, with the registry of the sample. */
    private Path ownConfig() throws Exception {
        Files.copy(GreenparkProcess.conf("coefficients.yaml"), folder.resolve("coefficients.yaml"));
        return Files.copy(GreenparkProcess.conf("real-plants.yaml"), folder.resolve("my.yaml"));
    }

    private static CommandResult command(GreenparkProcess greenpark, String name, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(greenpark.settings());
        words.addAll(List.of(more));
        return CommandResult.greenpark(words.toArray(String[]::new));
    }

    /** An empty registry is told before, beside the process that runs, waits, and is taken over by its id only. */
    private static void assertTakenOverByItsIdOnly(GreenparkProcess greenpark, Path config) throws Exception {
        CommandResult unchanged = command(greenpark, "check-config");
        assertThat(unchanged.output()).contains("a reload would change no document");
        assertThat(unchanged.exitCode()).isZero();
        Files.writeString(config, "reload: {watch: false}\n");
        CommandResult told = command(greenpark, "check-config");
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(command(greenpark, "reload").exitCode()).isEqualTo(1);
        String id = greenpark.api("/api/v1/registry/files").at("/waiting/id").asText();
        assertThat(told.output()).contains("a reload would wait for confirmation", "reload --confirm " + id);
        CommandResult other = command(greenpark, "reload", "--confirm", "00000000");
        assertThat(other.output()).contains("\"00000000\" is not what the files say now", "--confirm " + id);
        assertThat(command(greenpark, "reload", "--confirm", id).output()).contains("taken over as change 2");
        JsonNode change = greenpark.api("/api/v1/registry/changes/2");
        assertThat(change.get("who").asText()).isEqualTo("api (" + System.getProperty("user.name") + ")");
        assertThat(change.get("reason").asText()).contains(id);
    }

    private static void untilBooked(GreenparkProcess greenpark) {
        Await.until("the whole year is booked", Duration.ofMinutes(4), () -> isYearBooked(greenpark));
    }

    /** After an outage the server is tried again only after a moment; until then the API answers 503. */
    private static boolean isYearBooked(GreenparkProcess greenpark) {
        try {
            return SteelYear.bookedKwh(greenpark, PLANT).compareTo(new BigDecimal("959636.71")) == 0;
        } catch (AssertionError e) {
            if (String.valueOf(e.getMessage()).contains(": 503 ")) {
                return false;
            }
            throw e;
        }
    }

    @Test
    void the_year_is_exact_after_an_outage_and_a_kill() throws Exception {
        try (GreenparkProcess greenpark =
                        greenpark(booksAt(SERVER.emptyDatabase())).start();
                ReplayProcess replay = ReplayProcess.start(greenpark, PLANT, "--via", "mqtt", "--shuffle", "--twice")) {
            Await.until(
                    "the books hold a part of the year",
                    () -> SteelYear.bookedKwh(greenpark, PLANT).signum() > 0);
            SERVER.stop();
            replay.finish();
            Await.until("health tells of the failing accounts", () -> failure(greenpark)
                    .contains(SERVER.at("").hosts()));
            assertThat(failure(greenpark)).doesNotContain(PostgresServer.PASSWORD);
            Await.until("the API says that the books are away", () -> alertsRefused(greenpark)
                    .contains("503"));
            SERVER.start();
            greenpark.kill();
            greenpark.start();
            untilBooked(greenpark);
            SteelYear.assertBooked(greenpark, PLANT);
            assertThat(Files.exists(greenpark.data.resolve("books.db"))).isFalse();
        }
    }

    private static String alertsRefused(GreenparkProcess greenpark) {
        try {
            greenpark.api("/api/v1/alerts");
            return "";
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String failure(GreenparkProcess greenpark) {
        try {
            for (JsonNode reader : greenpark.api("/api/v1/health").get("readers")) {
                if (reader.get("name").asText().equals("accounting")) {
                    return reader.get("failure").asText();
                }
            }
            return "";
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void booking_resumes_when_the_server_is_back() throws Exception {
        Path config = ownConfig();
        try (GreenparkProcess greenpark =
                greenpark(config, booksAt(SERVER.emptyDatabase())).start()) {
            SERVER.stop();
            try (ReplayProcess replay = ReplayProcess.start(greenpark, PLANT, "--via", "mqtt")) {
                replay.finish();
            } finally {
                SERVER.start();
            }
            untilBooked(greenpark);
            SteelYear.assertBooked(greenpark, PLANT);
            assertTakenOverByItsIdOnly(greenpark, config);
        }
    }

    @Test
    void a_migrated_installation_has_the_same_months() throws Exception {
        BooksServer server = SERVER.emptyDatabase();
        MeasuredYear.copyTo(folder.resolve("data"));
        try (GreenparkProcess greenpark =
                MeasuredYear.greenpark(folder.resolve("data")).start()) {
            EditedLimit.change(greenpark);
            AttachedPhoto.add(greenpark);
            CommandResult running = migrate(server);
            assertThat(running.exitCode()).isEqualTo(1);
            assertThat(running.output()).contains("is in use by another Greenpark process");
        }
        CommandResult moved = migrate(server);
        assertThat(moved.output())
                .contains("every column of every row is equal", "35,040 readings", "url: " + server.url())
                .doesNotContain(PostgresServer.PASSWORD);
        assertThat(moved.exitCode()).isZero();
        assertThat(migrate(server).output()).contains("were moved before");

        CommandResult old = run(List.of("run", "--config", config(), "--data", data()));
        assertThat(old.exitCode()).isEqualTo(1);
        assertThat(old.output()).contains("moved to PostgreSQL", "books.url");
        try (GreenparkProcess greenpark = greenpark(booksAt(server)).start()) {
            SteelYear.assertBooked(greenpark, PLANT);
            EditedLimit.assertKept(greenpark);
            AttachedPhoto.assertKept(greenpark);
        }
    }

    @Test
    void an_unreachable_server_fails_the_start() throws Exception {
        BooksServer away = BooksServer.parse("postgres://127.0.0.1:" + FreePort.take() + "/greenpark", "u", null);
        List<String> words = new ArrayList<>(List.of("run", "--config", config(), "--data", data()));
        booksAt(away).forEach(set -> words.addAll(List.of("--set", set)));
        CommandResult result = run(words);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .contains("greenpark: cannot start: books: \"" + away + "\" cannot be used")
                .doesNotContain(PostgresServer.PASSWORD)
                .doesNotContain("\tat ");
    }

    @Test
    void a_running_process_allows_influx_refused_but_no_rebuild() throws Exception {
        List<String> books = booksAt(SERVER.emptyDatabase());
        try (GreenparkProcess greenpark = greenpark(books).start()) {
            List<String> words = new ArrayList<>(List.of("--config", config(), "--data", data()));
            books.forEach(set -> words.addAll(List.of("--set", set)));
            CommandResult refused = run(influx("refused", words));
            assertThat(refused.output()).contains("InfluxDB has refused nothing");
            assertThat(refused.exitCode()).isZero();
            words.addAll(List.of("--set", "influx.url=http://127.0.0.1:" + FreePort.take()));
            CommandResult rebuild = run(influx("rebuild", words));
            assertThat(rebuild.output())
                    .contains("to itself; stop it and repeat this command")
                    .doesNotContain("\tat ");
            assertThat(rebuild.exitCode()).isEqualTo(1);
            assertThat(greenpark.api("/api/v1/health").get("readers").size()).isPositive();
        }
    }

    private static List<String> influx(String verb, List<String> words) {
        List<String> command = new ArrayList<>(List.of("influx", verb));
        command.addAll(words);
        return command;
    }

    @Test
    void migrate_refuses_a_missing_or_wrong_target() throws Exception {
        assertThat(run(List.of("migrate", "--config", config(), "--data", folder.toString())))
                .satisfies(r -> assertThat(r.output()).contains("--to is missing"))
                .satisfies(r -> assertThat(r.exitCode()).isEqualTo(2));
        assertThat(run(List.of("migrate", "--config", config(), "--data", folder.toString(), "--to", "mysql://x/y")))
                .satisfies(r -> assertThat(r.output()).contains("--to \"mysql://x/y\" is not allowed"))
                .satisfies(r -> assertThat(r.exitCode()).isEqualTo(2));
    }

    private static String config() {
        return GreenparkProcess.conf("real-plants.yaml").toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private CommandResult migrate(BooksServer server) throws Exception {
        return run(List.of(
                "migrate",
                "--config",
                config(),
                "--data",
                data(),
                "--to",
                server.toString(),
                "--password-file",
                SERVER.passwordFile().toString()));
    }

    private CommandResult run(List<String> words) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = GreenparkProcess.command(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(Files.readString(output))
                .isTrue();
        return new CommandResult(process.exitValue(), Files.readString(output));
    }

    @Test
    void a_backup_restored_into_another_database_is_complete_after_a_resend() throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        String backup = folder.resolve("backup").toString();
        List<String> books = booksAt(SERVER.emptyDatabase());
        try (GreenparkProcess live = greenpark(books).start();
                ReplayProcess replay = ReplayProcess.start(live, PLANT, "--via", "mqtt")) {
            Await.until(
                    "the books hold a part of the year",
                    () -> SteelYear.bookedKwh(live, PLANT).compareTo(new BigDecimal("100000")) >= 0);
            List<String> words = new ArrayList<>(
                    List.of("backup", backup, "--data", live.data.toString(), "--config", config.toString()));
            books.forEach(set -> words.addAll(List.of("--set", set)));
            assertThat(output(words)).contains("books at postgres://").doesNotContain(PostgresServer.PASSWORD);
            replay.finish();
        }
        BooksServer other = SERVER.emptyDatabase();
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(output(List.of(
                        "restore",
                        backup,
                        "--data",
                        elsewhere.toString(),
                        "--into",
                        other.toString(),
                        "--password-file",
                        SERVER.passwordFile().toString())))
                .contains("every column of every row is equal")
                .contains("Set books.url to " + other.url());
        try (GreenparkProcess again =
                new GreenparkProcess(elsewhere.resolve("config/real-plants.yaml"), elsewhere, booksAt(other)).start()) {
            assertThat(SteelYear.bookedKwh(again, PLANT)).isGreaterThanOrEqualTo(new BigDecimal("100000"));
            try (ReplayProcess replay = ReplayProcess.start(again, PLANT, "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            SteelYear.assertBooked(again, PLANT);
        }
    }

    /** The output of a command, which must succeed. */
    private static String output(List<String> words) throws Exception {
        CommandResult result = CommandResult.run(GreenparkProcess.command(words));
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }
}
