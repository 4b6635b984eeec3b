package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.Await;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryServiceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SITE = """
            parks: [{id: p}]
            enterprises: [{id: e, park: p, industry: food}]
            """;
    private static final String METER = """
              - id: %s
                enterprise: e
                points: [{key: kwh, quantity: electricity, unit: kWh, kind: register, carrier: electricity%s}]
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<RegistryService> opened = new ArrayList<>();

    @AfterEach
    void closeAll() {
        opened.forEach(RegistryService::close);
    }

    private Path write(String registry) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), registry);
        return Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
    }

    private RegistryService open(Path file, Books books) {
        return open(file, books, RegistryConfig.defaults().reviewing(Set.of()));
    }

    private RegistryService open(Path file, Books books, RegistryConfig settings) {
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(file, List.of(), problems);
        assertThat(problems.list()).isEmpty();
        RegistryService service =
                RegistryService.open(config, books, settings, Start.ON_LAST_GOOD, clock, Reloads.AT_ONCE);
        opened.add(service);
        return service;
    }

    private static String meters(String... meters) {
        return SITE + "devices:\n" + String.join("", meters);
    }

    private static String meter(String id) {
        return METER.formatted(id, "");
    }

    @Test
    void everything_in_the_files_survives_the_books() {
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(Path.of("../deploy/conf/real-plants.yaml"), List.of(), problems);
        Registry.Facts files =
                RegistryYaml.read(config.registry(problems), problems).facts();
        RegistryService service = open(config.path(), fixture.books());
        assertThat(service.current().facts()).usingRecursiveComparison().isEqualTo(files);
    }

    @Test
    void a_point_that_leaves_the_files_is_ended_and_its_device_kept() throws IOException {
        RegistryService service = open(write(meters(meter("a"), meter("b"))), fixture.books());
        write(meters(meter("a")));
        assertThat(Reloads.confirm(service).faults()).isEmpty();
        assertThat(service.current().point("b-kwh").orElseThrow().endedAt()).isEqualTo(NOW);
        assertThat(service.current().facts().devices()).extracting(Device::id).containsExactly("a", "b");
        assertThat(service.current().inUse("b", NOW)).isFalse();
        assertThat(service.current().inUse("a", NOW)).isTrue();
    }

    @Test
    void an_ended_point_keeps_its_end_over_restarts() throws IOException {
        Path file = write(meters(meter("a"), meter("b")));
        RegistryService service = open(file, fixture.books());
        write(meters(meter("a")));
        Reloads.confirm(service);
        assertThat(open(file, fixture.reopen())
                        .current()
                        .point("b-kwh")
                        .orElseThrow()
                        .endedAt())
                .isEqualTo(NOW);
    }

    @Test
    void a_point_put_back_into_the_files_takes_readings_again() throws IOException {
        RegistryService service = open(write(meters(meter("a"), meter("b"))), fixture.books());
        write(meters(meter("a")));
        Reloads.confirm(service);
        write(meters(meter("a"), meter("b")));
        Reloads.confirm(service);
        assertThat(service.current().point("b-kwh").orElseThrow().endedAt()).isNull();
    }

    @Test
    void a_point_id_is_not_reused_for_something_else() throws IOException {
        RegistryService service = open(write(meters(meter("a"))), fixture.books());
        write(meters(METER.formatted("b", ", id: a-kwh")));
        assertThat(Reloads.confirm(service).faults())
                .extracting(fault -> fault.key() + ": " + fault.message())
                .containsExactly(
                        "point \"a-kwh\".device: \"b\" differs from \"a\", under which this id has readings; ids are never reused:"
                                + " give the point a new id");
        assertThat(service.current().facts().devices()).extracting(Device::id).containsExactly("a");
    }

    @Test
    void a_point_with_a_new_id_takes_the_place_of_the_one_that_left() throws IOException {
        RegistryService service = open(write(meters(meter("a"))), fixture.books());
        write(meters(METER.formatted("a", ", id: a-kwh-2")));
        Reloads.confirm(service);
        assertThat(service.current().pointsOfDevice("a").get("kwh").id()).isEqualTo("a-kwh-2");
        assertThat(service.current().facts().points()).extracting(Point::id).containsExactly("a-kwh", "a-kwh-2");
    }

    @Test
    void a_faulty_reload_changes_nothing_and_names_every_fault() throws IOException {
        RegistryService service = open(write(meters(meter("a"))), fixture.books());
        Registry before = service.current();
        List<RegistryChange> told = new ArrayList<>();
        service.onChange(told::add);
        write(meters(meter("a"), METER.formatted("b", ", period: 15m")).replace("park: p", "park: q"));
        assertThat(Reloads.confirm(service).faults()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(service.current()).isSameAs(before);
        assertThat(told).isEmpty();
    }

    @Test
    void a_reload_that_changes_something_tells_its_listeners_once() throws IOException {
        RegistryService service = open(write(meters(meter("a"))), fixture.books());
        List<RegistryChange> told = new ArrayList<>();
        service.onChange(told::add);
        Reloads.confirm(service);
        assertThat(told).isEmpty();
        write(meters(meter("a"), meter("b")));
        Reloads.confirm(service);
        Reloads.confirm(service);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).ids(DocumentKind.POINT)).containsExactly("b-kwh");
    }

    @Test
    void a_changed_file_is_reloaded() throws IOException {
        Path file = write(meters(meter("a")));
        RegistryService service = open(
                file,
                fixture.books(),
                new RegistryConfig(true, Duration.ofMillis(20), 0.1, Set.of(), true, Duration.ofDays(2)));
        service.start();
        write(meters(meter("a"), meter("new-one")));
        Await.until(
                "the new device is there",
                () -> service.current().device("new-one").isPresent());
    }

    @Test
    void a_start_with_a_faulty_registry_is_refused_with_all_faults() throws IOException {
        Path file = write(meters(meter("a")).replace("kWh", "kwh"));
        assertThatThrownBy(() -> open(file, fixture.books()))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("site.yaml:6: devices[a].points[0].unit: \"kwh\" is not allowed");
    }
}
