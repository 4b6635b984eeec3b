package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reload would do, told beside the process that has the registry. */
class ReloadPreviewTest {
    private static final String SITE = """
            parks: [{id: p}]
            enterprises: [{id: e, park: p, industry: food}, {id: f, park: p, industry: food}]
            devices:
              - {id: a, enterprise: e, points: [{key: t, quantity: heat, unit: Cel, kind: gauge}]}
              - {id: b, enterprise: e, points: [{key: t, quantity: heat, unit: Cel, kind: gauge}]}
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private RegistryService service;

    @BeforeEach
    void open() throws IOException {
        service = RegistryService.open(
                write(SITE),
                fixture.books(),
                RegistryConfig.defaults().reviewing(Set.of()),
                Start.STRICT,
                clock,
                Reloads.AT_ONCE);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private ConfigFile write(String registry) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), registry);
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
        return ConfigFile.read(file, List.of(), new Problems());
    }

    private ReloadPreview preview(String registry) throws IOException {
        Problems problems = new Problems();
        List<RegistryDocument> documents = write(registry).registry(problems);
        RegistryYaml.Content content = RegistryYaml.read(documents, problems);
        assertThat(problems.list()).isEmpty();
        ReloadPreview.Options options = new ReloadPreview.Options(0.5, clock.instant(), 2);
        return fixture.books().read(handle -> ReloadPreview.of(handle, documents, content, options));
    }

    private void edit(DocumentKind kind, String id, String patch) {
        Edit edit = new Edit(new DocumentKey(kind, id), Verb.PATCH, patch);
        service.submit(new EditRequest("officer", Source.API, "r", List.of(edit), null, false));
    }

    @Test
    void unchanged_files_change_nothing() throws IOException {
        ReloadPreview preview = preview(SITE);
        assertThat(preview.state()).isEqualTo(State.IN_FORCE);
        assertThat(preview.lines())
                .containsExactly("compared with the registry kept, as of change 1: a reload would change no document");
    }

    @Test
    void every_document_is_told_with_its_fields_up_to_a_number_of_a_kind() throws IOException {
        ReloadPreview preview = preview(
                SITE.replace("industry: food", "industry: steel") + "gateways: [{id: g1}, {id: g2}, {id: g3}]\n");
        assertThat(preview.lines())
                .containsExactly(
                        "compared with the registry kept, as of change 1: a reload would take the files over: added 3"
                                + " gateways; changed 2 enterprises",
                        "  would change enterprise \"e\": industry",
                        "  would change enterprise \"f\": industry",
                        "  would add gateway \"g1\"",
                        "  would add gateway \"g2\"",
                        "  and 1 more gateway");
        assertThat(service.history().newest()).isEqualTo(1);
    }

    @Test
    void where_a_person_wins_is_told() throws IOException {
        edit(DocumentKind.ENTERPRISE, "e", "{\"industry\": \"paper\"}");
        ReloadPreview preview = preview(SITE.replace("industry: food", "industry: steel"));
        assertThat(preview.lines())
                .contains(
                        "  would change enterprise \"f\": industry",
                        "  would stay otherwise than the files say: enterprise \"e\" field industry, which a person changed")
                .noneMatch(line -> line.startsWith("  would change enterprise \"e\""));
    }

    @Test
    void what_would_be_refused_is_told_with_its_line() throws IOException {
        ReloadPreview moved = preview(SITE.replace("id: b, enterprise: e", "id: b, enterprise: f"));
        assertThat(moved.state()).isEqualTo(State.FAULTY);
        assertThat(moved.lines()).isEmpty();
        assertThat(moved.faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault.place())
                .contains("site.yaml:"));
        ReloadPreview unstated =
                preview(SITE + "statistics: [{enterprise: e, month: 2026-01, ivaCny: 1, status: final, source: s}]\n");
        assertThat(unstated.faults()).singleElement().matches(f -> f.message().contains("show-own"));
    }

    @Test
    void what_would_wait_has_the_id_that_the_running_process_gives_it() throws IOException {
        String most = SITE.substring(0, SITE.indexOf("devices:"));
        ReloadPreview preview = preview(most);
        assertThat(preview.state()).isEqualTo(State.WAITING);
        String id = Reloads.reload(service).waiting();
        assertThat(preview.lines().get(0))
                .contains(
                        "would wait for confirmation, since the files no longer have 2 of 2 devices, 2 of 2 points in use")
                .contains("greenpark reload --confirm " + id, "greenpark run --confirm " + id, "ended 2 points");
    }
}
