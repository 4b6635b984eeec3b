package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.Await;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryFiles.Why;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files that are moved about, emptied, cut off or faulty, while running and at a start. */
class RegistryStartTest {
    private static final String TWO_PARKS = """
            parks: [{id: north}, {id: south}]
            enterprises: [{id: mill, park: south, industry: steel}]
            devices:
              - {id: meter, enterprise: mill, points: [{key: t, quantity: heat, unit: Cel, kind: gauge}]}
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @AfterEach
    void close() {
        service.close();
    }

    private Path write(String registry) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), registry);
        return Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
    }

    private RegistryService open(Start start) {
        if (service != null) {
            service.close();
        }
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("greenpark.yaml"), List.of(), new Problems());
        RegistryConfig settings =
                new RegistryConfig(true, Duration.ofMillis(20), 0.1, Set.of(), true, Duration.ofDays(2));
        service = RegistryService.open(config, fixture.books(), settings, start, clock, Reloads.AT_ONCE);
        return service;
    }

    private static String meters(int n) {
        return "parks: [{id: p}]\nenterprises: [{id: e, park: p, industry: food}]\ndevices:\n"
                + IntStream.range(0, n)
                        .mapToObj(i ->
                                "  - {id: d%d, enterprise: e, points: [{key: t, quantity: heat, unit: Cel,".formatted(i)
                                        + " kind: gauge}]}")
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    @Test
    void an_enterprise_moves_while_its_old_park_leaves() throws IOException {
        write(TWO_PARKS);
        open(Start.ON_LAST_GOOD);
        write(TWO_PARKS.replace(", {id: south}", "").replace("park: south", "park: north"));
        assertThat(Reloads.confirm(service).state()).isEqualTo(State.IN_FORCE);
        assertThat(service.current().facts().parks()).extracting(Park::id).containsExactly("north");
        assertThat(service.current().facts().enterprises())
                .extracting(Enterprise::parkId)
                .containsExactly("north");
        assertThat(open(Start.STRICT).current().park("south")).isEmpty();
    }

    @Test
    void a_gateway_leaves_with_the_device_behind_it() throws IOException {
        String gateway = TWO_PARKS.replace("devices:", "gateways: [{id: gw}]\ndevices:");
        write(gateway.replace("id: meter,", "id: meter, gateway: gw,"));
        open(Start.ON_LAST_GOOD);
        write(TWO_PARKS.substring(0, TWO_PARKS.indexOf("devices:")));
        assertThat(Reloads.confirm(service).state()).isEqualTo(State.IN_FORCE);
        assertThat(service.current().gateway("gw")).isEmpty();
        assertThat(service.current().device("meter").orElseThrow().gatewayId()).isNull();
        assertThat(open(Start.STRICT).current().device("meter")).isPresent();
    }

    @Test
    void an_empty_file_waits_for_confirmation() throws IOException {
        write(meters(3));
        open(Start.ON_LAST_GOOD);
        write("");
        FilesStatus status = Reloads.reload(service);
        assertThat(status.state()).isEqualTo(State.WAITING);
        assertThat(status.gone()).containsEntry(DocumentKind.POINT, 3).containsEntry(DocumentKind.PARK, 1);
        assertThat(service.current().facts().points()).allMatch(p -> p.endedAt() == null);
        assertThat(open(Start.ON_LAST_GOOD).status().state()).isEqualTo(State.WAITING);
        assertThatThrownBy(() -> open(Start.STRICT))
                .hasMessageContaining("3 of 3 points")
                .hasMessageContaining("greenpark run --confirm " + status.waiting());
        assertThat(open(Start.ON_OWN_FILES).current().facts().points()).allMatch(p -> p.endedAt() != null);
    }

    @Test
    void a_file_that_is_whole_again_waits_no_longer() throws IOException {
        write(meters(3));
        open(Start.ON_LAST_GOOD);
        write(meters(1));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.WAITING);
        write(meters(3));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
        assertThat(service.history().newest()).isEqualTo(1);
    }

    @Test
    void up_to_a_tenth_is_ended_without_asking() throws IOException {
        write(meters(20));
        open(Start.ON_LAST_GOOD);
        write(meters(18));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
        // What is ended counts no longer: of eighteen, one may go and three may not.
        write(meters(17));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
        write(meters(14));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.WAITING);
    }

    @Test
    void a_start_on_a_faulty_file_runs_on_the_last_good_registry() throws IOException {
        write(meters(1));
        open(Start.STRICT);
        for (String faulty : List.of(meters(1).replace("unit: Cel", "unit: kVAh"), "parks: [", "parks: {a: b}")) {
            write(faulty);
            FilesStatus status = open(Start.ON_LAST_GOOD).status();
            assertThat(status.state()).isEqualTo(State.FAULTY);
            assertThat(status.faults()).isNotEmpty().allMatch(f -> f.place().contains("site.yaml:"));
            assertThat(service.current().device("d0")).isPresent();
            assertThatThrownBy(() -> open(Start.STRICT)).isInstanceOf(RegistryException.class);
        }
        Files.delete(fixture.folder().resolve("site.yaml"));
        assertThat(open(Start.ON_LAST_GOOD).status().faults()).singleElement().matches(f -> f.message()
                .contains("there is no such file"));
    }

    @Test
    void a_file_is_read_when_two_looks_find_it_the_same() throws IOException {
        write(meters(20));
        open(Start.ON_LAST_GOOD);
        service.start();
        write(meters(21));
        Await.until(
                "the new device is there", () -> service.current().device("d20").isPresent());
        write("parks: [");
        Await.until("the fault is told", () -> service.status().state() == State.FAULTY);
        write(meters(22));
        Await.until(
                "the file is taken over", () -> service.current().device("d21").isPresent());
        assertThat(service.status().state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void what_a_person_changed_stays_and_is_listed() throws IOException {
        write(meters(1));
        open(Start.ON_LAST_GOOD);
        DocumentKey enterprise = new DocumentKey(DocumentKind.ENTERPRISE, "e");
        service.submit(new EditRequest(
                "officer",
                Source.API,
                "it makes steel",
                List.of(new Edit(enterprise, Verb.PATCH, "{\"industry\": \"steel\", \"polluting\": true}")),
                null,
                false));
        Difference industry = new Difference(enterprise, "industry", Why.CHANGED_BY_PERSON);
        Difference polluting = new Difference(enterprise, "polluting", Why.CHANGED_BY_PERSON);
        assertThat(service.status().differences()).containsExactly(industry, polluting);
        write(meters(1).replace("industry: food", "industry: textile, aboveScale: true"));
        assertThat(Reloads.reload(service).differences()).containsExactly(industry, polluting);
        Enterprise merged = service.current().enterprise("e").orElseThrow();
        assertThat(merged.industry()).isEqualTo("steel");
        assertThat(merged.aboveScale()).isTrue();
        assertThat(open(Start.ON_LAST_GOOD).status().differences()).containsExactly(industry, polluting);
        // Also known where the files cannot be taken over at a start: what they said last counts.
        write("");
        assertThat(open(Start.ON_LAST_GOOD).status().state()).isEqualTo(State.WAITING);
        assertThat(service.status().differences()).containsExactly(industry, polluting);
        write("parks: [");
        assertThat(open(Start.ON_LAST_GOOD).status().state()).isEqualTo(State.FAULTY);
        assertThat(service.status().differences()).containsExactly(industry, polluting);
        // The file says it too now: nothing differs any more.
        write(meters(1).replace("industry: food", "industry: steel, aboveScale: true, polluting: true"));
        assertThat(Reloads.reload(service).differences()).isEmpty();
    }

    @Test
    void what_a_person_changed_and_the_files_no_longer_have_stays_and_is_listed() throws IOException {
        write(meters(1) + "gateways: [{id: g1}, {id: g2}]\n");
        open(Start.ON_LAST_GOOD);
        DocumentKey device = new DocumentKey(DocumentKind.DEVICE, "d0");
        DocumentKey gateway = new DocumentKey(DocumentKind.GATEWAY, "g1");
        service.submit(new EditRequest(
                "officer",
                Source.API,
                "a move",
                List.of(
                        new Edit(device, Verb.PATCH, "{\"gateway\": \"g2\"}"),
                        new Edit(gateway, Verb.PATCH, "{\"name\": {\"zh\": \"网关\"}}")),
                null,
                false));
        // Of what left the files, one is needed by what a person wanted, the other is a person's.
        write(meters(1));
        for (int reading = 0; reading < 2; reading++) {
            assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
            assertThat(service.status().differences())
                    .containsExactlyInAnyOrder(
                            new Difference(device, "gateway", Why.CHANGED_BY_PERSON),
                            new Difference(gateway, "", Why.LEFT_THE_FILES));
            assertThat(service.current().gateway("g2")).isPresent();
        }
    }

    @Test
    void the_district_takes_another_id() throws IOException {
        write("district: old\n" + meters(1));
        open(Start.ON_LAST_GOOD);
        service.submit(new EditRequest(
                "officer",
                Source.API,
                "on duty",
                List.of(new Edit(
                        new DocumentKey(DocumentKind.CONTACT, "district:old:值班"),
                        Verb.PUT,
                        "{\"scope\": \"district\", \"subject\": \"old\", \"name\": \"值班\", \"email\": \"a@b.c\"}")),
                null,
                false));
        write("district: new\n" + meters(1));
        assertThat(Reloads.reload(service).state()).isEqualTo(State.IN_FORCE);
        assertThat(service.current().facts().districtId()).isEqualTo("new");
        assertThat(open(Start.STRICT).current().facts().districtId()).isEqualTo("new");
    }

    @Test
    void a_statistic_of_which_nobody_said_the_use_is_refused_at_its_line() throws IOException {
        write(meters(1));
        open(Start.ON_LAST_GOOD);
        write(meters(1) + "statistics:\n  - {enterprise: e, month: 2026-01, ivaCny: 1, status: final, source: s}\n");
        assertThat(Reloads.reload(service).faults())
                .singleElement()
                .matches(f -> f.place().endsWith("site.yaml:6") && f.message().contains("show-own"));
    }
}
