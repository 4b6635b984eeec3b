package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command on the books of a real installation, beside the process that has them and after it. */
class CheckBooksIT {
    /** As a row, which counts before the hour of a folded day. */
    private static final String PLANT_A_DIFFERENCE =
            "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, booked_ms) VALUES"
                    + " ('steel-meter-kwh', 1514736000000, 1000, 3600000, 'MEASURED', 1514739600000)"
                    + " ON CONFLICT (point, hour_ms) DO UPDATE SET amount = excluded.amount";

    @TempDir
    Path folder;

    private static CommandResult check(GreenparkProcess greenpark, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("check-books"));
        words.addAll(greenpark.settings());
        words.addAll(List.of(more));
        return CommandResult.greenpark(words.toArray(String[]::new));
    }

    private static void assertWell(CommandResult checked) {
        assertThat(checked.output()).contains("compared: no difference");
        assertThat(checked.exitCode()).as(checked.output()).isZero();
    }

    private static void assertFound(CommandResult checked) {
        assertThat(checked.output())
                .contains("hour 2018-01-01 00:00 +08:00, amount: the books say", "compared: 1 difference");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    private static void plant(Connection books) throws Exception {
        try (books;
                Statement statement = books.createStatement()) {
            assertThat(statement.executeUpdate(PLANT_A_DIFFERENCE)).isEqualTo(1);
        }
    }

    @Test
    void a_measured_year_comes_of_its_readings_and_a_planted_difference_is_found() throws Exception {
        MeasuredYear.copyTo(folder.resolve("data"));
        try (GreenparkProcess greenpark =
                MeasuredYear.greenpark(folder.resolve("data")).start()) {
            assertWell(check(greenpark));
            greenpark.terminate();
            plant(DriverManager.getConnection("jdbc:sqlite:" + greenpark.data.resolve("books.db")));
            assertFound(check(greenpark));
            assertWell(check(greenpark, "--from", "2018-02-01", "--to", "2018-02-28"));
            CommandResult unknown = check(greenpark, "--enterprise", "no-such-plant");
            assertThat(unknown.output()).contains("--enterprise \"no-such-plant\" is not in the registry");
            assertThat(unknown.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void books_at_a_server_are_checked_there() throws Exception {
        PostgresServer postgres = PostgresServer.shared();
        BooksServer server = postgres.emptyDatabase();
        try (GreenparkProcess greenpark = movedTo(server, postgres.passwordFile())) {
            greenpark.start();
            assertWell(check(greenpark));
            plant(DriverManager.getConnection(
                    "jdbc:postgresql://" + server.hosts() + "/" + server.database(), server.user(), server.password()));
            assertFound(check(greenpark, "--point", "steel-meter-kwh"));
        } finally {
            postgres.drop(server);
        }
    }

    /** The measured year with its books at a server. */
    private GreenparkProcess movedTo(BooksServer server, Path passwordFile) throws Exception {
        Path data = folder.resolve("data");
        Path config = GreenparkProcess.conf("real-plants.yaml");
        MeasuredYear.copyTo(data);
        CommandResult moved = CommandResult.greenpark(
                "migrate",
                "--config",
                config.toString(),
                "--data",
                data.toString(),
                "--to",
                server.toString(),
                "--password-file",
                passwordFile.toString());
        assertThat(moved.exitCode()).as(moved.output()).isZero();
        return new GreenparkProcess(
                config,
                data,
                List.of(
                        "books.url=" + server.url(),
                        "books.user=" + server.user(),
                        "books.password=file:" + passwordFile));
    }
}
