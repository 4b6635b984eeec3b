package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.lab.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
        return new GreenparkProcess(GreenparkProcess.conf("real-plants.yaml"), folder.resolve("data"), sets);
    }

    private static void untilBooked(GreenparkProcess greenpark) {
        Await.until(
                "the whole year is booked",
                Duration.ofMinutes(4),
                () -> !booksAway(greenpark)
                        && SteelYear.bookedKwh(greenpark, PLANT).compareTo(new BigDecimal("959636.71")) == 0);
    }

    /** A server that is back is asked again only after a moment; until then the API says so. */
    private static boolean booksAway(GreenparkProcess greenpark) {
        return alertsRefused(greenpark).contains("503");
    }

    @Test
    void over_an_outage_of_the_server_and_a_kill_the_year_is_booked_to_the_last_digit() throws Exception {
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
    void it_goes_on_by_itself_when_the_server_is_back() throws Exception {
        try (GreenparkProcess greenpark =
                greenpark(booksAt(SERVER.emptyDatabase())).start()) {
            SERVER.stop();
            try (ReplayProcess replay = ReplayProcess.start(greenpark, PLANT, "--via", "mqtt")) {
                replay.finish();
            } finally {
                SERVER.start();
            }
            untilBooked(greenpark);
            SteelYear.assertBooked(greenpark, PLANT);
        }
    }

    @Test
    void an_installation_moved_to_the_server_has_the_same_months_and_cannot_be_started_on_the_old_file()
            throws Exception {
        BooksServer server = SERVER.emptyDatabase();
        try (GreenparkProcess greenpark =
                greenpark(List.of("canary.enabled=false")).start()) {
            try (ReplayProcess replay = ReplayProcess.start(greenpark, PLANT, "--via", "mqtt", "--wait")) {
                replay.finish();
            }
            Outcome running = migrate(server);
            assertThat(running.exit()).isEqualTo(1);
            assertThat(running.printed()).contains("is in use by another Greenpark process");
        }
        Outcome moved = migrate(server);
        assertThat(moved.printed())
                .contains("every column of every row is equal", "35,040 readings", "url: " + server.url())
                .doesNotContain(PostgresServer.PASSWORD);
        assertThat(moved.exit()).isZero();
        assertThat(migrate(server).printed()).contains("were moved before");

        Outcome old = run(List.of("run", "--config", config(), "--data", data()));
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.printed()).contains("moved to PostgreSQL", "books.url");
        try (GreenparkProcess greenpark = greenpark(booksAt(server)).start()) {
            SteelYear.assertBooked(greenpark, PLANT);
        }
    }

    @Test
    void a_server_that_is_away_at_the_start_is_told_in_a_sentence_and_exit_code_1() throws Exception {
        BooksServer away = BooksServer.parse("postgres://127.0.0.1:" + FreePort.take() + "/greenpark", "u", null);
        List<String> words = new ArrayList<>(List.of("run", "--config", config(), "--data", data()));
        booksAt(away).forEach(set -> words.addAll(List.of("--set", set)));
        Outcome outcome = run(words);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.printed())
                .contains("greenpark: cannot start: books: \"" + away + "\" cannot be used")
                .doesNotContain(PostgresServer.PASSWORD)
                .doesNotContain("\tat ");
    }

    @Test
    void beside_a_running_process_what_influxdb_refused_can_be_read_and_a_rebuild_says_that_it_must_wait()
            throws Exception {
        List<String> books = booksAt(SERVER.emptyDatabase());
        try (GreenparkProcess greenpark = greenpark(books).start()) {
            List<String> words = new ArrayList<>(List.of("--config", config(), "--data", data()));
            books.forEach(set -> words.addAll(List.of("--set", set)));
            Outcome refused = run(influx("refused", words));
            assertThat(refused.printed()).contains("InfluxDB has refused nothing");
            assertThat(refused.exit()).isZero();
            words.addAll(List.of("--set", "influx.url=http://127.0.0.1:" + FreePort.take()));
            Outcome rebuild = run(influx("rebuild", words));
            assertThat(rebuild.printed())
                    .contains("to itself; stop it and repeat this command")
                    .doesNotContain("\tat ");
            assertThat(rebuild.exit()).isEqualTo(1);
            assertThat(greenpark.api("/api/v1/health").get("readers").size()).isPositive();
        }
    }

    private static List<String> influx(String verb, List<String> words) {
        List<String> command = new ArrayList<>(List.of("influx", verb));
        command.addAll(words);
        return command;
    }

    @Test
    void a_move_without_a_target_or_of_nothing_is_a_wrong_command_line() throws Exception {
        assertThat(run(List.of("migrate", "--config", config(), "--data", folder.toString())))
                .satisfies(o -> assertThat(o.printed()).contains("--to is missing"))
                .satisfies(o -> assertThat(o.exit()).isEqualTo(2));
        assertThat(run(List.of("migrate", "--config", config(), "--data", folder.toString(), "--to", "mysql://x/y")))
                .satisfies(o -> assertThat(o.printed()).contains("--to \"mysql://x/y\" is not allowed"))
                .satisfies(o -> assertThat(o.exit()).isEqualTo(2));
    }

    private static String config() {
        return GreenparkProcess.conf("real-plants.yaml").toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Outcome migrate(BooksServer server) throws Exception {
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

    private record Outcome(int exit, String printed) {}

    private Outcome run(List<String> words) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = GreenparkProcess.command(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(Files.readString(output))
                .isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    @Test
    void backed_up_while_a_device_sends_and_restored_into_another_database_the_year_is_complete_once_sent_again()
            throws Exception {
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
            assertThat(printed(words)).contains("books at postgres://").doesNotContain(PostgresServer.PASSWORD);
            replay.finish();
        }
        BooksServer other = SERVER.emptyDatabase();
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(printed(List.of(
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

    /** What a command printed; it must succeed. */
    private static String printed(List<String> words) throws Exception {
        Process process =
                GreenparkProcess.command(words).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
