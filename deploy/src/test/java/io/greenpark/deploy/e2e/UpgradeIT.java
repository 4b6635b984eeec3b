package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.Await;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksSchema;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import io.greenpark.store.migrate.FormerBooks;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Installations of every released schema, kept under {@code upgrade/VERSION} (made by
 * {@code src/test/upgrade/make-installation.sh}): today's version starts on each,
 * answers with the same figures, and goes on booking.
 */
class UpgradeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Retention must drop nothing of an old installation while it is compared. */
    private static final List<String> KEEP = List.of("log.keep=3650d", "deadLetters.keep=3650d");

    /** The month of which the old installation has a part. */
    private static final String JANUARY = "2018-01";

    /** Wording, which may change, and fields that newer versions add. */
    private static final Set<String> WORDS = Set.of("reasons", "title", "text", "steps", "detail");

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "schema-8"})
    void an_upgraded_installation_answers_the_same_and_goes_on(String version) throws Exception {
        unpack("/upgrade/" + version + "/installation.zip");
        try (GreenparkProcess greenpark =
                new GreenparkProcess(dir.resolve("config/real-plants.yaml"), dir.resolve("data"), KEEP)) {
            greenpark.start();
            assertSameFigures(greenpark);
            try (ReplayProcess device = sendOn(greenpark)) {
                device.finish();
            }
            assertThat(booked(greenpark)).isEqualTo("5");
            AttachedPhoto.add(greenpark);
        }
        assertThat(BetweenMigrations.version(dir.resolve("data/books.db")))
                .isEqualTo(Long.parseLong(BooksSchema.latest()));
    }

    /** What an upgrade may not do: book, judge or tell anything anew, also while it folds what was booked. */
    @ParameterizedTest
    @CsvSource({"0.1.0, SQLITE", "schema-8, SQLITE", "0.1.0, POSTGRESQL", "schema-8, POSTGRESQL"})
    void the_first_start_books_judges_and_tells_nothing_anew(String version, BooksKind kind) throws Exception {
        unpack("/upgrade/" + version + "/installation.zip");
        Path file = dir.resolve("data/books.db");
        List<String> settings = new ArrayList<>(KEEP);
        BooksServer server =
                kind == BooksKind.SQLITE ? null : PostgresServer.shared().emptyDatabase();
        if (server != null) {
            FormerBooks.move(file, server, "" + BetweenMigrations.version(file));
            Files.delete(file);
            settings.addAll(List.of(
                    "books.url=" + server.url(),
                    "books.user=" + server.user(),
                    "books.password=file:" + PostgresServer.shared().passwordFile()));
        }
        BookedWork before = BookedWork.of(file, server);
        assertThat(BookedWork.hoursToFold(file, server)).isPositive();
        try (GreenparkProcess greenpark =
                new GreenparkProcess(dir.resolve("config/real-plants.yaml"), dir.resolve("data"), settings)) {
            greenpark.start();
            assertSameFigures(greenpark);
            Await.until("all there was to do is done", () -> noLag(greenpark));
            Await.until("hours of closed days are folded", () -> BookedWork.hoursToFold(file, server) == 0);
            assertSameFigures(greenpark);
            assertThat(greenpark.printed()).doesNotContain("registry not reloaded");
            assertThat(greenpark.api("/api/v1/plans").get("count").asInt())
                    .as("an upgrade brings no plan in")
                    .isZero();
        }
        BookedWork after = BookedWork.of(file, server);
        assertThat(after.hours()).isEqualTo(before.hours());
        assertThat(after.verdicts()).containsAll(before.verdicts());
        assertThat(after.steps()).isEqualTo(before.steps());
        assertThat(after.notices()).isEqualTo(before.notices());
    }

    private static boolean noLag(GreenparkProcess greenpark) {
        try {
            JsonNode health = greenpark.api("/api/v1/health");
            for (JsonNode reader : health.get("readers")) {
                if (reader.get("lag").asLong() > 0) {
                    return false;
                }
            }
            return true;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The device keeps sending throughout: the new version is killed twice before it stays up, and the device then delivers the
     * eleven months after those of the old installation.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "schema-8"})
    void a_twice_killed_upgrade_loses_and_duplicates_nothing(String version) throws Exception {
        unpack("/upgrade/" + version + "/installation.zip");
        Path books = dir.resolve("data/books.db");
        try (GreenparkProcess greenpark =
                        new GreenparkProcess(dir.resolve("config/real-plants.yaml"), dir.resolve("data"), KEEP);
                ReplayProcess device = deviceThatIsTrying(greenpark)) {
            try (BetweenMigrations inTheWay = new BetweenMigrations(books)) {
                greenpark.launch();
                inTheWay.holdAfterTheFirst();
                greenpark.kill();
            }
            greenpark.start();
            Await.until("some of what it owes is acknowledged", () -> device.acknowledgedPercent() >= 20);
            greenpark.kill();
            greenpark.start();
            device.finish();
            assertSameFigures(greenpark);
            assertFromFebruary(greenpark);
        }
        assertThat(BetweenMigrations.version(books)).isEqualTo(Long.parseLong(BooksSchema.latest()));
    }

    /** Returns once the device has tried to connect to the door that is not open yet. */
    private ReplayProcess deviceThatIsTrying(GreenparkProcess greenpark) throws IOException {
        Path owed = Files.write(dir.resolve("owed.csv"), StraightSum.steelLines(month -> !month.equals(JANUARY)));
        try (ServerSocket nobody = new ServerSocket(greenpark.mqttPort, 1, InetAddress.getLoopbackAddress())) {
            nobody.setSoTimeout(60_000);
            ReplayProcess device = ReplayProcess.start(
                    greenpark, "steel-plant", "--file", owed.toString(), "--via", "mqtt", "--patience", "5m", "--wait");
            nobody.accept().close();
            return device;
        }
    }

    private static void assertFromFebruary(GreenparkProcess greenpark) throws Exception {
        Map<String, BigDecimal> sent = StraightSum.steelKwhByMonth();
        sent.remove(JANUARY);
        Map<String, BigDecimal> booked = SteelYear.months(greenpark, "steel-plant");
        booked.remove(JANUARY);
        assertThat(booked.keySet()).isEqualTo(sent.keySet());
        booked.forEach((month, kwh) -> assertThat(kwh).as(month).isEqualByComparingTo(sent.get(month)));
    }

    private void assertSameFigures(GreenparkProcess greenpark) throws Exception {
        JsonNode figures = JSON.readTree(dir.resolve("figures.json").toFile());
        for (Iterator<Map.Entry<String, JsonNode>> asked = figures.fields(); asked.hasNext(); ) {
            Map.Entry<String, JsonNode> one = asked.next();
            assertContains(one.getKey(), greenpark.api(one.getKey()), one.getValue());
        }
    }

    /** Where nothing is metered, or the period was not compared with one that was, earlier versions answered 0 and MISSING. */
    private static boolean isOfNothingMetered(JsonNode now, String field, JsonNode then) {
        boolean nothing =
                then.isNumber() && then.asDouble() == 0 || then.asText().equals("MISSING");
        boolean said = now.path("reasonCodes").has("completeness")
                || now.path("reasonCodes").has("baseCompleteness");
        return nothing && said && now.has(field) && now.get(field).isNull();
    }

    /** Energy that has no figure has no status; earlier versions called it provisional. */
    private static boolean isStatusOfNoFigure(JsonNode now, String field, JsonNode then) {
        return field.equals("status")
                && then.path("tce").isNull()
                && now.path("tce").isNull()
                && now.path("status").isNull();
    }

    /** Everything in the old answer is in the new one, which may have more fields. */
    private static void assertContains(String where, JsonNode now, JsonNode then) {
        if (then.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = then.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!WORDS.contains(field.getKey())
                        && !isOfNothingMetered(now, field.getKey(), field.getValue())
                        && !isStatusOfNoFigure(now, field.getKey(), then)) {
                    assertThat(now.has(field.getKey()))
                            .as(where + "." + field.getKey())
                            .isTrue();
                    assertContains(where + "." + field.getKey(), now.get(field.getKey()), field.getValue());
                }
            }
        } else if (then.isArray() && then.size() > 0 && then.get(0).has("id")) {
            for (JsonNode one : then) {
                assertContains(where + "[" + one.get("id") + "]", withId(now, one.get("id")), one);
            }
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int i = 0; i < then.size(); i++) {
                assertContains(where + "[" + i + "]", now.get(i), then.get(i));
            }
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }

    /** Time goes on: a device that has fallen silent since is one more case. */
    private static JsonNode withId(JsonNode array, JsonNode id) {
        for (JsonNode one : array) {
            if (id.equals(one.get("id"))) {
                return one;
            }
        }
        throw new AssertionError(id + " is not among " + array);
    }

    /** The device of the old installation goes on sending with its old password. */
    private ReplayProcess sendOn(GreenparkProcess greenpark) throws IOException {
        StringBuilder rows = new StringBuilder(
                "date,Usage_kWh,Lagging_Current_Reactive.Power_kVarh,Leading_Current_Reactive_Power_kVarh,CO2(tCO2),"
                        + "Lagging_Current_Power_Factor,Leading_Current_Power_Factor,NSM,WeekStatus,Day_of_week,Load_Type\n");
        for (String time : List.of("00:15", "00:30", "00:45", "01:00")) {
            rows.append("20/02/2018 ").append(time).append(",1.25,0,0,0,0,0,900,Weekday,Monday,Light_Load\n");
        }
        Path more = Files.writeString(dir.resolve("more.csv"), rows);
        return ReplayProcess.start(greenpark, "steel-plant", "--file", more.toString(), "--via", "mqtt", "--wait");
    }

    private static String booked(GreenparkProcess greenpark) {
        try {
            return greenpark
                    .api("/api/v1/enterprises/steel-plant/energy?from=2018-02-20&to=2018-02-21&step=day")
                    .at("/rows/0/electricityKwh")
                    .asText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void unpack(String resource) throws IOException {
        try (InputStream in = UpgradeIT.class.getResourceAsStream(resource);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = dir.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(dir)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                }
            }
        }
    }
}
