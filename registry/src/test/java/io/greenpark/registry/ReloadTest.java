package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.ReloadRequest;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is confirmed, by whom, and files that are being written while they are read. */
class ReloadTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private Pause pause = Reloads.AT_ONCE;
    private RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    private Path write(String registry) {
        try {
            Files.writeString(fixture.folder().resolve("site.yaml"), registry);
            return Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parks(int from, int to) {
        return "parks: ["
                + IntStream.range(from, to).mapToObj(i -> "{id: p" + i + "}").collect(Collectors.joining(", ")) + "]\n";
    }

    private RegistryService open(Start start) {
        close();
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("greenpark.yaml"), List.of(), new Problems());
        service = RegistryService.open(
                config,
                fixture.books(),
                RegistryConfig.defaults().reviewing(Set.of()),
                start,
                clock,
                duration -> pause.hold(duration));
        return service;
    }

    private FilesStatus confirm(String id) {
        return service.reload(new ReloadRequest("officer", id));
    }

    private Change last() {
        return service.history().changesBelow(Long.MAX_VALUE, 1).get(0);
    }

    private int parksInForce() {
        return service.current().facts().parks().size();
    }

    @Test
    void what_was_shown_is_what_is_confirmed() {
        write(parks(0, 5));
        open(Start.STRICT);
        write(parks(0, 3));
        String shown = Reloads.reload(service).waiting();
        write(parks(0, 1));
        FilesStatus refused = confirm(shown);
        assertThat(refused.state()).isEqualTo(State.WAITING);
        assertThat(refused.waiting()).isNotEqualTo(shown).isNotNull();
        assertThat(parksInForce()).isEqualTo(5);
        assertThat(confirm(refused.waiting()).waiting()).isNull();
        assertThat(parksInForce()).isEqualTo(1);
    }

    @Test
    void the_same_file_that_takes_away_more_than_before_is_something_else() {
        write(parks(0, 2));
        open(Start.STRICT);
        write(parks(0, 1));
        String shown = Reloads.reload(service).waiting();
        write(parks(0, 9));
        Reloads.reload(service);
        write(parks(0, 1));
        assertThat(confirm(shown).state()).isEqualTo(State.WAITING);
        assertThat(parksInForce()).isEqualTo(9);
    }

    @Test
    void files_mended_since_they_were_confirmed_are_taken_over_like_any() {
        write(parks(0, 2));
        open(Start.STRICT);
        write(parks(0, 1));
        String shown = Reloads.reload(service).waiting();
        write(parks(0, 3));
        assertThat(confirm(shown).state()).isEqualTo(State.IN_FORCE);
        assertThat(last().who()).isEqualTo("greenpark");
        assertThat(last().reason()).isEqualTo("site.yaml");
    }

    @Test
    void who_confirmed_is_recorded_and_twice_does_no_more() {
        write(parks(0, 2));
        open(Start.STRICT);
        assertThat(last().who()).isEqualTo("greenpark");
        write(parks(0, 1));
        String shown = Reloads.reload(service).waiting();
        confirm(shown);
        assertThat(last().who()).isEqualTo("officer");
        assertThat(last().reason()).isEqualTo("site.yaml (confirmed as " + shown + ")");
        assertThat(confirm(shown).state()).isEqualTo(State.IN_FORCE);
        assertThat(last().number()).isEqualTo(2);
    }

    @Test
    void a_start_takes_over_only_what_was_confirmed() {
        write(parks(0, 3));
        open(Start.STRICT);
        write(parks(0, 1));
        String shown = open(Start.ON_LAST_GOOD).status().waiting();
        write(parks(0, 2));
        assertThat(open(Start.confirming(shown)).status().state()).isEqualTo(State.WAITING);
        assertThat(parksInForce()).isEqualTo(3);
        write(parks(0, 1));
        assertThat(open(Start.confirming(shown)).status().state()).isEqualTo(State.IN_FORCE);
        assertThat(parksInForce()).isEqualTo(1);
        assertThat(last().who()).isEqualTo("start");
        assertThat(last().reason()).contains(shown);
    }

    @Test
    void a_file_half_way_is_not_read_neither_by_a_reload_nor_by_a_start() {
        write(parks(0, 20));
        open(Start.STRICT);
        write(parks(0, 19));
        AtomicInteger written = new AtomicInteger();
        pause = duration -> {
            if (written.incrementAndGet() <= 3) {
                write(parks(0, 20 + written.get()));
            }
        };
        assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
        assertThat(parksInForce()).isEqualTo(23);
        written.set(0);
        write("parks: [");
        assertThat(open(Start.STRICT).status().state()).isEqualTo(State.IN_FORCE);
        assertThat(service.history().newest()).isEqualTo(2);
    }

    @Test
    void a_file_that_never_stays_the_same_is_told_and_tried_again() {
        write(parks(0, 1));
        open(Start.STRICT);
        AtomicInteger written = new AtomicInteger();
        pause = duration -> write(parks(0, 1 + written.incrementAndGet()));
        FilesStatus status = Reloads.reload(service);
        assertThat(status.state()).isEqualTo(State.FAULTY);
        assertThat(status.faults())
                .anyMatch(f -> f.toString().contains("site.yaml: file: was not read, since it kept changing for 5 s"));
        assertThat(written.get()).isLessThanOrEqualTo(20);
        assertThat(parksInForce()).isEqualTo(1);
        assertThat(open(Start.ON_LAST_GOOD).status().state()).isEqualTo(State.FAULTY);
        assertThatThrownBy(() -> open(Start.STRICT)).hasMessageContaining("was not read");
        pause = Reloads.AT_ONCE;
        assertThat(open(Start.ON_LAST_GOOD).status().state()).isEqualTo(State.IN_FORCE);
    }
}
