package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryFiles.Why;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entries that leave the files and come back, and what people changed before, meanwhile and after. */
class LeftAndBackTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String SITE = "parks: [{id: p}]\nenterprises: [{id: e, park: p, industry: food}]\n";
    private static final String STACK = "outlets: [{id: stack, enterprise: e, medium: stack}]\n";
    private static final String METER = """
            gateways: [{id: gw}]
            devices:
              - id: m
                enterprise: e
                gateway: gw
                points: [{key: kwh, quantity: electricity, unit: kWh, kind: register, carrier: electricity, ratio: 40,
                          validFrom: 1970-01-01T00:00:00Z}]
            """;
    private static final DocumentKey OUTLET = new DocumentKey(DocumentKind.OUTLET, "stack");
    private static final DocumentKey POINT = new DocumentKey(DocumentKind.POINT, "m-kwh");
    private static final DocumentKey GATEWAY = new DocumentKey(DocumentKind.GATEWAY, "gw");
    private static final String RATIO = "{\"facts\": {\"1970-01-01T00:00:00Z\": {\"ratio\": \"60\"}}}";
    private static final Difference RATIO_DIFFERS =
            new Difference(POINT, "facts/1970-01-01T00:00:00Z/ratio", Why.CHANGED_BY_PERSON);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private @Nullable RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
        Files.writeString(fixture.folder().resolve("site.yaml"), SITE + STACK + METER);
        restart();
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    private void restart() {
        close();
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("greenpark.yaml"), List.of(), new Problems());
        service = RegistryService.open(
                config, fixture.books(), RegistryConfig.defaults().reviewing(Set.of()), Start.STRICT, clock);
    }

    private void files(String text) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), text);
        assertThat(Reloads.confirm(service).faults()).isEmpty();
        assertThat(service.status().state()).isEqualTo(State.IN_FORCE);
    }

    private void edit(Edit... edits) {
        assertThat(service.submit(new EditRequest("officer", Source.API, "test", List.of(edits), null, false))
                        .applied())
                .isTrue();
    }

    private void patch(DocumentKey key, String json) {
        edit(new Edit(key, Verb.PATCH, json));
    }

    private Outlet outlet() {
        return service.current().outlet("stack").orElseThrow();
    }

    private Point point() {
        return service.current().point("m-kwh").orElseThrow();
    }

    private String ratio() {
        return point().currentFacts().ratio().toPlainString();
    }

    @Test
    void a_point_comes_back_as_it_was_with_what_a_person_changed() throws IOException {
        patch(POINT, RATIO);
        files(SITE + STACK);
        assertThat(point().endedAt()).isEqualTo(NOW);
        assertThat(service.status().differences()).isEmpty();
        files(SITE + STACK + METER);
        assertThat(point().endedAt()).isNull();
        assertThat(ratio()).isEqualTo("60");
        assertThat(service.status().differences()).containsExactly(RATIO_DIFFERS);
    }

    /** Leaving wrote the person's ratio beside the end, so that it looked as if the files had said it. */
    @Test
    void a_point_comes_back_with_another_value_and_the_person_wins() throws IOException {
        patch(POINT, RATIO);
        files(SITE + STACK);
        restart();
        files(SITE + STACK + METER.replace("ratio: 40", "ratio: 50, maxPerHour: 900"));
        assertThat(ratio()).isEqualTo("60");
        assertThat(point().currentFacts().maxPerHour()).isEqualTo("900");
        assertThat(service.status().differences()).containsExactly(RATIO_DIFFERS);
        restart();
        assertThat(ratio()).isEqualTo("60");
        assertThat(service.status().differences()).containsExactly(RATIO_DIFFERS);
    }

    /** The files changed another field first, so that the merged document was the last version of theirs. */
    @Test
    void what_a_person_changed_stays_though_a_reading_of_the_files_came_after() throws IOException {
        patch(OUTLET, "{\"standing\": \"evidence\"}");
        files(SITE + STACK.replace("stack,", "stack, name: No. 1,") + METER);
        files(SITE + METER);
        Difference left = new Difference(OUTLET, "", Why.LEFT_THE_FILES);
        assertThat(service.status().differences()).containsExactly(left);
        restart();
        assertThat(service.status().differences()).containsExactly(left);
        files(SITE + STACK.replace("stack,", "stack, name: No. 2,") + METER);
        assertThat(outlet().standing()).isEqualTo(Outlet.Standing.EVIDENCE);
        assertThat(outlet().name().en()).isEqualTo("No. 2");
        assertThat(service.status().differences())
                .containsExactly(new Difference(OUTLET, "standing", Why.CHANGED_BY_PERSON));
    }

    @Test
    void what_a_person_changes_meanwhile_stays() throws IOException {
        files(SITE + STACK);
        patch(POINT, RATIO);
        files(SITE + STACK + METER.replace("ratio: 40", "ratio: 50"));
        assertThat(ratio()).isEqualTo("60");
        assertThat(point().endedAt()).isNull();
        assertThat(service.status().differences()).containsExactly(RATIO_DIFFERS);
    }

    @Test
    void what_nobody_changed_comes_back_as_the_files_say() throws IOException {
        files(SITE);
        assertThat(service.current().outlet("stack")).isEmpty();
        assertThat(service.current().device("m")).map(Device::gatewayId).isEmpty();
        restart();
        files(SITE + STACK.replace("stack,", "stack, name: No. 2,") + METER.replace("ratio: 40", "ratio: 50"));
        assertThat(outlet().name().en()).isEqualTo("No. 2");
        assertThat(ratio()).isEqualTo("50");
        assertThat(service.current().device("m")).map(Device::gatewayId).hasValue("gw");
        assertThat(service.current().gateway("gw")).isPresent();
        assertThat(service.status().differences()).isEmpty();
    }

    @Test
    void what_a_person_put_in_meanwhile_stays() throws IOException {
        files(SITE + METER);
        edit(new Edit(
                OUTLET,
                Verb.PUT,
                "{\"name\": {\"zh\": \"口\", \"en\": \"Port\"}, \"enterprise\": \"e\", \"medium\": \"water\"}"));
        files(SITE + STACK + METER);
        assertThat(outlet().medium()).isEqualTo(Outlet.Medium.WATER);
        assertThat(service.status().differences())
                .extracting(Difference::field)
                .containsExactly("medium", "name/en", "name/zh");
    }

    @Test
    void what_a_person_removed_stays_away() throws IOException {
        edit(new Edit(OUTLET, Verb.REMOVE, null));
        Difference removed = new Difference(OUTLET, "", Why.REMOVED_BY_PERSON);
        assertThat(service.status().differences()).containsExactly(removed);
        files(SITE + METER);
        assertThat(service.status().differences()).isEmpty();
        restart();
        files(SITE + STACK.replace("stack,", "stack, name: No. 2,") + METER);
        assertThat(service.current().outlet("stack")).isEmpty();
        assertThat(service.status().differences()).containsExactly(removed);
        edit(new Edit(
                OUTLET,
                Verb.PUT,
                "{\"name\": {\"zh\": \"No. 2\", \"en\": \"No. 2\"}, \"enterprise\": \"e\", \"medium\": \"stack\"}"));
        assertThat(service.status().differences()).isEmpty();
    }

    @Test
    void what_a_person_changed_and_then_removed_meanwhile_stays_away() throws IOException {
        patch(OUTLET, "{\"standing\": \"evidence\"}");
        files(SITE + METER);
        edit(new Edit(OUTLET, Verb.REMOVE, null));
        files(SITE + STACK + METER);
        assertThat(service.current().outlet("stack")).isEmpty();
        assertThat(service.status().differences()).containsExactly(new Difference(OUTLET, "", Why.REMOVED_BY_PERSON));
    }

    @Test
    void a_point_that_the_files_ended_comes_back_with_what_a_person_changed() throws IOException {
        String ended = METER.replace("ratio: 40", "ratio: 40, endedAt: 2026-05-01");
        files(SITE + STACK + ended);
        patch(POINT, RATIO);
        files(SITE + STACK);
        files(SITE + STACK + ended);
        assertThat(ratio()).isEqualTo("60");
        assertThat(point().endedAt()).isEqualTo(Instant.parse("2026-04-30T16:00:00Z"));
        files(SITE + STACK + METER);
        assertThat(point().endedAt()).isNull();
        assertThat(ratio()).isEqualTo("60");
    }

    @Test
    void an_end_that_a_person_gave_stays() throws IOException {
        patch(POINT, "{\"endedAt\": \"2026-03-01T00:00:00Z\"}");
        files(SITE + STACK);
        assertThat(point().endedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(service.status().differences()).isEmpty();
        files(SITE + STACK + METER);
        assertThat(point().endedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(service.status().differences())
                .containsExactly(new Difference(POINT, "endedAt", Why.CHANGED_BY_PERSON));
    }

    @Test
    void a_point_that_a_person_lets_go_on_does_and_is_listed() throws IOException {
        patch(POINT, "{\"endedAt\": \"2027-01-01T00:00:00Z\"}");
        files(SITE + STACK);
        assertThat(point().endedAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(service.status().differences()).containsExactly(new Difference(POINT, "", Why.LEFT_THE_FILES));
        patch(POINT, "{\"endedAt\": \"2026-06-01T00:00:00Z\"}");
        assertThat(service.status().differences()).isEmpty();
    }

    @Test
    void what_only_something_kept_needs_takes_over_what_the_files_say_when_it_is_back() throws IOException {
        patch(new DocumentKey(DocumentKind.DEVICE, "m"), "{\"silenceAfter\": \"2h\"}");
        files(SITE + STACK);
        assertThat(service.current().gateway("gw")).isPresent();
        files(SITE + STACK + METER.replace("{id: gw}", "{id: gw, name: Gate}"));
        assertThat(service.current().gateway("gw").map(Gateway::name))
                .hasValueSatisfying(name -> assertThat(name.en()).isEqualTo("Gate"));
        patch(GATEWAY, "{\"name\": {\"en\": \"North\"}}");
        files(SITE + STACK);
        files(SITE + STACK + METER.replace("{id: gw}", "{id: gw, name: South}"));
        assertThat(service.current().gateway("gw").map(Gateway::name)).hasValueSatisfying(name -> {
            assertThat(name.en()).isEqualTo("North");
            assertThat(name.zh()).isEqualTo("South");
        });
    }

    /** Books of the first version with documents know of what left the files that it did, and no more. */
    @Test
    void what_left_the_files_in_former_books_comes_back() throws IOException {
        patch(OUTLET, "{\"standing\": \"evidence\"}");
        files(SITE);
        fixture.books().write(tx -> tx.handle()
                .execute("UPDATE registry_file_version SET document = NULL, position = 0 WHERE position = -1"));
        restart();
        assertThat(service.status().differences()).containsExactly(new Difference(OUTLET, "", Why.LEFT_THE_FILES));
        files(SITE + STACK + METER.replace("ratio: 40", "ratio: 50"));
        assertThat(point().endedAt()).isNull();
        assertThat(ratio()).isEqualTo("50");
        assertThat(outlet().standing()).isEqualTo(Outlet.Standing.EVIDENCE);
    }

    @Test
    void a_file_that_names_what_a_person_removed_is_refused_and_told_so() throws IOException {
        patch(OUTLET, "{\"standing\": \"evidence\"}");
        edit(new Edit(OUTLET, Verb.REMOVE, null));
        Files.writeString(
                fixture.folder().resolve("site.yaml"),
                SITE + STACK + METER.replace("key: kwh,", "key: kwh, outlet: stack,"));
        assertThat(Reloads.confirm(service).faults())
                .singleElement()
                .matches(f -> f.place().contains("site.yaml:")
                        && f.message().contains("there is no outlet \"stack\"")
                        && f.message().contains("a person removed it"));
    }
}
