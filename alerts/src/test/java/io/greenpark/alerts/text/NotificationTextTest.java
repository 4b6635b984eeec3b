package io.greenpark.alerts.text;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.CLUE_NOX;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every notification word by word, in both languages; the expected texts are in {@code notices/}. */
class NotificationTextTest {
    /** Run the tests with {@code -Dgolden.write=true} to write the expected texts again. */
    private static final String WRITE = "golden.write";

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void readers_of_both_languages() {
        Contact zh = new Contact("zh", "zh@example.org", null, Locale.CHINESE);
        Contact en = new Contact("en", "en@example.org", null, Locale.ENGLISH);
        Contact hook = new Contact("hook", null, "http://127.0.0.1:9/", Locale.CHINESE);
        line.registry(new TestPark()
                .onlyContacts(zh, en, hook)
                .areaContact(zh)
                .areaContact(en)
                .areaContact(hook));
    }

    @Test
    void a_stack_over_its_limit() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        is("limit-exceeded");
    }

    @Test
    void a_suspected_exceedance_that_worsens() {
        line.at("2026-11-23T11:10").hour(CLUE_NOX, "2026-11-23T10:00", "300.004", 1);
        is("limit-suspected");
        line.at("2026-11-23T12:10").hour(CLUE_NOX, "2026-11-23T11:00", "390.55", 0.9);
        line.at("2026-11-23T13:10").hour(CLUE_NOX, "2026-11-23T12:00", "305", 0.9);
        is("limit-worsened");
    }

    @Test
    void a_water_outlet_over_its_daily_limit_and_cleared() {
        line.at("2026-11-21T00:10").day(COD, "2026-11-20", "118.25", 0.96);
        line.at("2026-11-22T00:10").day(COD, "2026-11-21", "90", 1);
        line.at("2026-11-23T00:10").day(COD, "2026-11-22", "85", 1);
        is("water-cleared");
    }

    @Test
    void an_early_warning() {
        line.at("2026-11-23T10:25").hour(NOX, "2026-11-23T10:00", "184.2", 0.4);
        is("limit-warning");
    }

    @Test
    void a_withdrawn_case() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        line.at("2026-11-23T15:00").hour(NOX, "2026-11-23T10:00", "180", 1);
        is("limit-withdrawn");
    }

    @Test
    void energy_behind_its_target() {
        line.at("2026-10-20T09:00");
        line.month(EnergyRows.behind("2026-08", "1.25")).month(EnergyRows.behind("2026-09", "-1.9"));
        is("energy-decline-behind");
    }

    @Test
    void a_park_behind_its_target() {
        line.at("2026-10-20T09:00");
        line.month(Subject.park(TestPark.PARK), EnergyRows.behind("2026-08", "1.25"))
                .month(Subject.park(TestPark.PARK), EnergyRows.behind("2026-09", "-1.9"));
        is("park-behind");
    }

    @Test
    void the_district_behind_its_target() {
        line.at("2026-10-20T09:00");
        line.month(Subject.district(TestPark.DISTRICT), EnergyRows.behind("2026-08", "1.25"))
                .month(Subject.district(TestPark.DISTRICT), EnergyRows.behind("2026-09", "-1.9"));
        is("district-behind");
    }

    @Test
    void a_silent_device() {
        line.at("2026-11-23T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-23T10:45").allHeardBut(ANALYSER).evaluateSilence();
        is("device-silent");
    }

    /** Compares the newest notification of each reader. */
    private void is(String name) {
        if (Boolean.getBoolean(WRITE)) {
            write(name + ".zh.txt", newest("zh"));
            write(name + ".en.txt", newest("en"));
            write(name + ".json", newest("hook") + "\n");
        }
        assertThat(newest("zh")).isEqualTo(expected(name + ".zh.txt"));
        assertThat(newest("en")).isEqualTo(expected(name + ".en.txt"));
        assertThat(newest("hook")).isEqualTo(expected(name + ".json").strip());
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(Path.of("src", "test", "resources", "notices", file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newest(String recipient) {
        List<String> bodies = line.books().read(handle -> handle.createQuery(
                        "SELECT body FROM alert_outbox WHERE recipient = :r ORDER BY created_ms DESC, step DESC")
                .bind("r", recipient)
                .mapTo(String.class)
                .list());
        return bodies.get(0);
    }

    private static String expected(String file) {
        try (InputStream in = NotificationTextTest.class.getResourceAsStream("/notices/" + file)) {
            return in == null ? "there is no notices/" + file : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
