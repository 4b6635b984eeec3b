package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.FormerSchema;
import io.greenpark.store.books.SqliteBooks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's tables of schema 8, each with rows, opened by this version. */
class RegistryUpgradeTest {
    private static final List<String> ROWS = List.of(
            "registry_import VALUES (0, 'site.yaml', '1:abc', 1767225600000)",
            "registry_district (id, name_zh, name_en) VALUES ('jindong', '金东区', 'Jindong')",
            "registry_district_contact VALUES ('jindong', 0, '值班', 'duty@example.org', NULL, 'zh')",
            "registry_park VALUES ('west', 1, '西园', 'West', 'Europe/Berlin')",
            "registry_park VALUES ('east', 0, '东园', 'East', 'Asia/Shanghai')",
            "registry_park_contact VALUES ('east', 0, 'Office', NULL, 'https://hook.example.org/a', 'en')",
            "registry_enterprise VALUES ('mill', 0, 'west', '钢厂', 'Mill', 'steel', true, false)",
            "registry_contact VALUES ('mill', 0, '李工', 'li@example.org', NULL, 'zh')",
            "registry_contact VALUES ('mill', 1, '李工', 'other@example.org', NULL, 'zh')",
            "registry_contact VALUES ('mill', 2, '李工 2', 'third@example.org', NULL, 'zh')",
            "registry_contact VALUES ('mill', 3, '李工', 'fourth@example.org', NULL, 'zh')",
            "registry_outlet VALUES ('stack', 0, 'mill', '1号', 'No. 1', 'STACK', 'EVIDENCE')",
            "registry_gateway VALUES ('gw', 0, '网关', 'Gateway')",
            "registry_device VALUES ('meter', 0, 'mill', '表', 'Meter', 'gw', 5400000)",
            "registry_device VALUES ('gone', 1, 'mill', '旧', 'Gone', NULL, 3600000)",
            "registry_point VALUES ('gone-kwh', 0, 'gone', 'kwh', NULL, 'electricity', 'a', 'b', 1735689600000)",
            "registry_point VALUES ('meter-kwh', 1, 'meter', 'kwh', NULL, 'electricity', 'a', 'b', NULL)",
            "registry_point VALUES ('meter-nox', 2, 'meter', 'nox', 'stack', 'nox', 'a', 'b', NULL)",
            "registry_point_facts VALUES ('gone-kwh', 0, 'kWh', 'REGISTER', 0, 'END', 900000, NULL, '1', false, NULL,"
                    + " NULL, false, 'Europe/Berlin')",
            "registry_point_facts VALUES ('meter-kwh', 0, 'kWh', 'REGISTER', 0, 'END', 900000, '2000', '1', false,"
                    + " '1000000', 'electricity', true, 'Europe/Berlin')",
            "registry_point_facts VALUES ('meter-kwh', 1748736000000, 'kWh', 'REGISTER', 0, 'END', 900000, '2000',"
                    + " '40.0', true, '1000000', 'electricity', true, 'Asia/Shanghai')",
            "registry_point_facts VALUES ('meter-nox', 0, 'mg/m3', 'GAUGE', 3600000, 'START', 3600000, NULL, '1', false,"
                    + " NULL, NULL, false, 'Europe/Berlin')",
            "registry_replacement VALUES ('meter-kwh', 1750000000000, '99.5', '0')",
            "registry_statistic VALUES ('mill', '2026-01', 0, '1650000.50', NULL, 'FINAL', 'report', 'JUDGE')",
            "registry_statistic VALUES ('mill', '2026-02', 1, NULL, '7', 'ESTIMATED', 'survey', 'SHOW')",
            "registry_coefficient_set VALUES ('gb', 0, '2021-04-01', '2025-01-01', 'EQUAL_VALUE')",
            "registry_coefficient VALUES ('gb', 'electricity', '0.1229', '0.5', true, 'GB/T 2589-2020', true)",
            "registry_target VALUES ('down', 0, 'PARK', 'east', '-5', 2025, 2026, 2030, 'EQUIVALENT', 'plan')",
            "registry_limit VALUES ('nox', 0, 'meter-nox', 'HOUR', '50', NULL, 'mg/m3', '0.8', 'GB 13223', true,"
                    + " 1600000000000, NULL)");

    @TempDir
    Path folder;

    private RegistryStore upgraded() {
        Path file = folder.resolve("books.db");
        Jdbi former = FormerSchema.sqlite(file, "8");
        former.useHandle(handle -> ROWS.forEach(row -> handle.execute("INSERT INTO " + row)));
        Books books = SqliteBooks.open(file, BooksConfig.defaults(), Clock.systemUTC());
        return new RegistryStore(books);
    }

    private static Registry.Facts read(RegistryStore store) {
        Problems problems = new Problems();
        Registry.Facts facts = DocumentReader.read(store.documents(), problems);
        assertThat(problems.list()).isEmpty();
        return facts;
    }

    @Test
    void every_row_becomes_part_of_a_document() {
        Registry.Facts facts = read(upgraded());
        assertThat(facts.district().contacts()).singleElement().matches(c -> c.name()
                .equals("值班"));
        assertThat(facts.parks()).extracting(p -> p.id()).containsExactly("east", "west");
        assertThat(facts.parks().get(0).contacts()).singleElement().matches(c -> "https://hook.example.org/a"
                .equals(c.webhook()));
        assertThat(facts.enterprises().get(0).contacts())
                .extracting(c -> c.email())
                .containsExactly("li@example.org", "other@example.org", "third@example.org", "fourth@example.org");
        assertThat(facts.devices().get(0).silenceAfter()).isEqualTo(Duration.ofMinutes(90));
        assertThat(facts.devices().get(0).gatewayId()).isEqualTo("gw");
        Point ended = facts.points().get(0);
        assertThat(ended.endedAt()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        Point meter = facts.points().get(1);
        assertThat(meter.facts())
                .extracting(PointFacts::zone)
                .containsExactly(ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Shanghai"));
        assertThat(meter.facts().get(1).ratio()).isEqualTo(new BigDecimal("40.0"));
        assertThat(meter.replacements()).hasSize(1);
        assertThat(facts.points().get(2).facts().get(0).period()).isEqualTo(Duration.ofHours(1));
        assertThat(facts.coefficientSets().get(0).coefficients()).hasSize(1);
        assertThat(facts.targets().get(0).subject().id()).isEqualTo("east");
        assertThat(facts.limits().get(0).warnFraction()).isEqualTo("0.8");
    }

    @Test
    void what_nobody_stated_is_not_stated_and_what_was_only_shown_is_told_in_sums_only() {
        Registry.Facts facts = read(upgraded());
        assertThat(facts.statistics())
                .extracting(s -> s.allowedUse())
                .containsExactly(AllowedUse.JUDGE, AllowedUse.AGGREGATE_ONLY);
        assertThat(facts.statistics()).extracting(s -> s.useStated()).containsExactly(false, true);
    }

    /** So that the first reading of unchanged files changes nothing. */
    @Test
    void the_documents_are_those_that_this_version_writes() {
        RegistryStore store = upgraded();
        Map<DocumentKey, Document> kept = new HashMap<>();
        store.documents().forEach((key, placed) -> kept.put(key, placed.document()));
        assertThat(DocumentWriter.write(new Registry(read(store)))).isEqualTo(kept);
        assertThat(store.files().now()).isEqualTo(kept);
    }

    @Test
    void no_month_is_closed() {
        assertThat(read(upgraded()).closings()).isEmpty();
    }

    @Test
    void it_is_one_change_known_since_the_last_import() {
        RegistryStore store = upgraded();
        Change change = store.change(1).orElseThrow();
        assertThat(change.source()).isEqualTo(Source.UPGRADE);
        assertThat(change.committedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(store.newest()).isEqualTo(1);
    }

    @Test
    void books_without_a_registry_have_no_change() {
        Path file = folder.resolve("empty.db");
        FormerSchema.sqlite(file, "8");
        RegistryStore store = new RegistryStore(SqliteBooks.open(file, BooksConfig.defaults(), Clock.systemUTC()));
        assertThat(store.newest()).isZero();
        assertThat(store.documents()).isEmpty();
    }
}
