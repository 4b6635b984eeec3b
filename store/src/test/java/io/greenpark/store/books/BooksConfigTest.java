package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksConfigTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private BooksConfig read(String... keysAndValues) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            texts.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Settings settings = Settings.ofTexts(texts);
        BooksConfig config = BooksConfig.from(settings.section("books"), problems);
        settings.reportUnknown(problems);
        return config;
    }

    private String refused(String... keysAndValues) {
        read(keysAndValues);
        return problems.list().toString();
    }

    @Test
    void nothing_set_means_the_defaults() {
        assertThat(read()).isEqualTo(BooksConfig.defaults());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_key_is_read() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
        BooksConfig config = read(
                "books.url", "postgres://db.example.org:6543/park?sslmode=verify-full",
                "books.user", "bureau",
                "books.password", "file:" + password,
                "books.readers", "8",
                "books.hotDays", "5",
                "books.foldEvery", "10s");
        assertThat(problems.list()).isEmpty();
        assertThat(config)
                .isEqualTo(new BooksConfig(
                        new BooksServer(
                                "db.example.org:6543", "park", Map.of("sslmode", "verify-full"), "bureau", "s3cret"),
                        8,
                        5,
                        Duration.ofSeconds(10)));
        assertThat(config.toString())
                .contains("postgres://bureau@db.example.org:6543/park")
                .doesNotContain("s3cret");
    }

    @Test
    void all_three_forms_of_an_address_mean_the_same() {
        BooksServer expected = new BooksServer("h:1", "d", Map.of(), "u", null);
        assertThat(BooksServer.parse("postgres://u@h:1/d", null, null)).isEqualTo(expected);
        assertThat(BooksServer.parse("postgresql://h:1/d", "u", null)).isEqualTo(expected);
        assertThat(BooksServer.parse("jdbc:postgresql://h:1/d", "u", null)).isEqualTo(expected);
        assertThat(BooksServer.parse("postgres://a,b:6000/d", null, null).hosts())
                .isEqualTo("a,b:6000");
        assertThat(BooksServer.parse("postgres://[::1]:5432/d", null, null).hosts())
                .isEqualTo("[::1]:5432");
        assertThat(BooksServer.parse("postgres://h/park%20a?options=-c%20x%3D1", null, null)
                        .jdbcUrl())
                .startsWith("jdbc:postgresql://h/park%20a?")
                .contains("options=-c%20x%3D1");
    }

    @Test
    void other_databases_and_incomplete_addresses_are_refused() {
        assertThat(refused("books.url", "jdbc:mysql://h/d"))
                .contains("books.url", "jdbc:mysql://h/d", "postgres://greenpark@127.0.0.1:5432/greenpark");
        assertThat(refused("books.url", "postgres://h")).contains("\"postgres://h\" is not allowed");
        assertThat(refused("books.url", "postgres://h:70000/d")).contains("\"h:70000\" is no host:port");
        assertThat(refused("books.url", "postgres://h/d?autosave=always")).contains("\"autosave\" is not allowed");
    }

    @Test
    void a_password_in_the_address_is_refused_without_being_shown() {
        assertThat(refused("books.url", "postgres://u:s3cret@h/d"))
                .contains("u:***@h", "file")
                .doesNotContain("s3cret");
        assertThat(refused("books.url", "postgres://h/d?password=s3cret")).doesNotContain("s3cret");
    }

    @Test
    void contradicting_users_and_settings_without_an_address_are_refused() {
        assertThat(refused("books.url", "postgres://a@h/d", "books.user", "b")).contains("\"a\"", "\"b\"");
        assertThat(refused("books.user", "b")).contains("books.user", "is of no use without books.url");
        assertThat(refused("books.password", "b")).contains("books.password", "is of no use without books.url");
    }

    @Test
    void numbers_outside_of_their_range_are_refused() {
        assertThat(refused("books.readers", "65")).contains("1..64");
        assertThat(refused("books.hotDays", "0")).contains("1..366");
        assertThat(refused("books.foldEvery", "2d")).contains("1s..1d");
    }

    @Test
    void two_possible_sets_of_books_are_refused() throws Exception {
        Files.createFile(folder.resolve(BooksDatabase.MOVED_FILE));
        Assertions.assertThatThrownBy(() -> BooksDatabase.open(folder, BooksConfig.defaults(), Clock.systemUTC()))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("moved to PostgreSQL")
                .hasMessageContaining("books.url");
        Files.createFile(folder.resolve(BooksDatabase.FILE));
        BooksConfig config = BooksConfig.defaults().at(BooksServer.parse("postgres://u@h/d", null, "s3cret"));
        Assertions.assertThatThrownBy(() -> BooksDatabase.open(folder, config, Clock.systemUTC()))
                .isInstanceOf(BooksException.class)
                .hasMessageContaining("greenpark migrate --to postgres://u@h/d")
                .hasMessageNotContaining("s3cret");
    }
}
