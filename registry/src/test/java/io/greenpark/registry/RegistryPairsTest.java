package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.DocumentFault;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.rules.RegistryRules;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Registries at random, one after the other, with edits by people in between: each is in force or refused with words, and
 * whatever came of it, the next start has the same registry.
 */
class RegistryPairsTest {
    private static final int READINGS = 6;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private Random random = new Random();
    private RegistryModel model = new RegistryModel(clock.instant());
    private RegistryService service;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Path write(String registry) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), registry);
        return Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
    }

    private void open(Start start) {
        close();
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("greenpark.yaml"), List.of(), new Problems());
        service = RegistryService.open(
                config, fixture.books(), RegistryConfig.defaults().reviewing(Set.of()), start, clock, Reloads.AT_ONCE);
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    /** Of a system property, so that many more can be tried than at every build. */
    static IntStream seeds() {
        int first = Integer.getInteger("registry.firstSeed", 1);
        return IntStream.range(first, first + Integer.getInteger("registry.seeds", 15));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_edit_is_in_force_or_refused_with_words(int seed) throws IOException {
        random = new Random(seed);
        model = new RegistryModel(clock.instant());
        openFirst();
        model.taken(filesSay(), documents());
        for (int reading = 0; reading < READINGS; reading++) {
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                edit();
            }
            write(RandomRegistry.text(random));
            reload();
            Set<Difference> differences = Set.copyOf(service.status().differences());
            Registry.Facts running = service.current().facts();
            boolean taken = service.status().state() == State.IN_FORCE;
            open(Start.ON_LAST_GOOD);
            assertThat(service.current().facts()).isEqualTo(running);
            if (taken) {
                assertThat(service.status().state()).isEqualTo(State.IN_FORCE);
                assertThat(Set.copyOf(service.status().differences())).isEqualTo(differences);
            }
        }
    }

    /** The first start needs files without faults. */
    private void openFirst() throws IOException {
        while (service == null) {
            write(RandomRegistry.text(random));
            try {
                open(Start.STRICT);
            } catch (RegistryException e) {
                assertThat(e).hasMessageContaining("site.yaml:");
            }
        }
    }

    private void reload() {
        Registry before = service.current();
        FilesStatus status = Reloads.confirm(service);
        Map<DocumentKey, Document> files = filesSay();
        if (status.state() == State.FAULTY) {
            assertThat(status.faults()).isNotEmpty().allSatisfy(RegistryPairsTest::assertWords);
            assertThat(service.current()).isSameAs(before);
        } else {
            assertThat(status.state()).isEqualTo(State.IN_FORCE);
            model.taken(files, documents());
        }
        assertSound();
    }

    /** Null where the files have faults. */
    private @Nullable Map<DocumentKey, Document> filesSay() {
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("greenpark.yaml"), List.of(), problems);
        Registry.Facts facts =
                RegistryYaml.read(config.registry(problems), problems).facts();
        return problems.isEmpty() ? DocumentWriter.write(new Registry(facts)) : null;
    }

    private Map<DocumentKey, Document> documents() {
        Map<DocumentKey, Document> documents = new HashMap<>();
        fixture.books().read(RegistryStore::documents).forEach((key, placed) -> documents.put(key, placed.document()));
        return documents;
    }

    private void assertSound() {
        assertThat(RegistryRules.faults(service.current())).isEmpty();
        Registry kept = fixture.books().read(KeptRegistry::in).orElseThrow();
        assertThat(service.current().facts()).isEqualTo(kept.facts());
    }

    private static void assertWords(FileFault fault) {
        assertThat(fault.place() + fault.key()).as(fault.toString()).matches("(?s).*(site.yaml:|\").*");
        assertThat(fault.words().zh()).containsPattern("\\p{IsHan}");
        assertThat(fault.words().en()).doesNotContainPattern("\\p{IsHan}");
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(fault.in(language))
                    .doesNotContain("SQL")
                    .doesNotContain("Exception")
                    .doesNotContain("null");
        }
    }

    private void edit() {
        List<Edit> edits = new RandomEdits(service.history(), random).next();
        Map<DocumentKey, Document> before = documents();
        EditResult result = service.submit(new EditRequest("officer", Source.API, "test", edits, null, false));
        assertThat(result.applied()).isEqualTo(result.accepted());
        if (result.applied()) {
            Map<DocumentKey, Document> after = documents();
            RegistryModel.assertNamed(edits, before, after);
            model.edited(before, after);
        } else {
            List<DocumentFault> faults = Stream.concat(
                            result.others().stream(), result.fates().stream().flatMap(f -> f.faults().stream()))
                    .toList();
            assertThat(faults).as(edits.toString()).isNotEmpty();
            assertThat(faults).allSatisfy(f -> {
                assertThat(f.words().en())
                        .isNotBlank()
                        .doesNotContain("Exception")
                        .doesNotContain("null");
                assertThat(f.words().zh()).containsPattern("\\p{IsHan}");
            });
            assertThat(documents()).isEqualTo(before);
        }
        assertSound();
    }
}
