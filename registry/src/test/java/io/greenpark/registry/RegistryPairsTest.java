package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.registry.rules.RegistryRules;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Registries at random, one after the other, with edits by people in between: each is in force or refused with words, and
 * whatever came of it, the next start has the same registry.
 */
class RegistryPairsTest {
    private static final int READINGS = 6;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private Path write(String registry) throws IOException {
        Files.writeString(fixture.folder().resolve("site.yaml"), registry);
        return Files.writeString(fixture.folder().resolve("greenpark.yaml"), "registry-files: [site.yaml]\n");
    }

    private RegistryService open(Path file) {
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(file, List.of(), problems);
        assertThat(problems.list()).isEmpty();
        return RegistryService.open(
                config, fixture.books(), RegistryConfig.defaults(), Start.ON_LAST_GOOD, clock, Reloads.AT_ONCE);
    }

    @RepeatedTest(25)
    void every_edit_is_in_force_or_refused_with_words(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        write("parks: [{id: park-0}]\nenterprises: [{id: firm-0, park: park-0, industry: food}]\n");
        Path file = fixture.folder().resolve("greenpark.yaml");
        RegistryService service = open(file);
        for (int reading = 0; reading < READINGS; reading++) {
            edit(service, random);
            write(RandomRegistry.text(random));
            Registry before = service.current();
            FilesStatus status = Reloads.confirm(service);
            if (status.state() == State.FAULTY) {
                assertThat(status.faults()).isNotEmpty().allSatisfy(RegistryPairsTest::assertWords);
                assertThat(service.current()).isSameAs(before);
            } else {
                assertThat(status.state()).isEqualTo(State.IN_FORCE);
            }
            assertThat(RegistryRules.faults(service.current())).isEmpty();
            Registry.Facts running = service.current().facts();
            service.close();
            service = open(file);
            assertThat(service.current().facts()).isEqualTo(running);
        }
        service.close();
    }

    private static void assertWords(FileFault fault) {
        assertThat(fault.place()).as(fault.toString()).contains("site.yaml:");
        assertThat(fault.message()).doesNotContain("SQL").doesNotContain("Exception");
    }

    private static void edit(RegistryService service, Random random) {
        Registry.Facts facts = service.current().facts();
        if (facts.enterprises().isEmpty() || facts.parks().isEmpty()) {
            return;
        }
        EditResult result = service.submit(
                new EditRequest("officer", Source.API, "test", List.of(randomEdit(facts, random)), null, false));
        assertThat(result.applied()).isEqualTo(result.accepted());
        result.fates().forEach(fate -> fate.faults()
                .forEach(f -> assertThat(f.message()).isNotBlank()));
    }

    private static Edit randomEdit(Registry.Facts facts, Random random) {
        String enterprise = facts.enterprises().get(0).id();
        String park = facts.parks().get(random.nextInt(facts.parks().size())).id();
        return switch (random.nextInt(7)) {
            case 5 ->
                new Edit(
                        new DocumentKey(
                                DocumentKind.DEVICE,
                                facts.devices().isEmpty()
                                        ? "none"
                                        : facts.devices().get(0).id()),
                        Verb.PATCH,
                        random.nextBoolean()
                                ? "{\"enterprise\": \"" + enterprise + "\"}"
                                : "{\"gateway\": \"gateway-" + random.nextInt(2) + "\"}");
            case 6 ->
                new Edit(
                        new DocumentKey(DocumentKind.GATEWAY, "gateway-" + random.nextInt(2)),
                        Verb.PATCH,
                        "{\"name\": {\"zh\": \"网关\"}}");
            case 0 ->
                new Edit(
                        new DocumentKey(DocumentKind.ENTERPRISE, enterprise),
                        Verb.PATCH,
                        "{\"park\": \"" + park + "\"}");
            case 1 -> new Edit(new DocumentKey(DocumentKind.ENTERPRISE, enterprise), Verb.REMOVE, null);
            case 2 ->
                new Edit(
                        new DocumentKey(DocumentKind.PARK, park),
                        Verb.PATCH,
                        "{\"zone\": \"Asia/Tokyo\", \"name\": {\"zh\": \"东园\"}}");
            case 3 ->
                new Edit(
                        new DocumentKey(DocumentKind.OUTLET, "outlet-of-a-person"),
                        Verb.PUT,
                        "{\"name\": {\"zh\": \"口\", \"en\": \"o\"}, \"enterprise\": \"" + enterprise
                                + "\", \"medium\": \"stack\"}");
            default ->
                new Edit(
                        new DocumentKey(DocumentKind.CONTACT, "enterprise:" + enterprise + ":李工"),
                        Verb.PUT,
                        "{\"scope\": \"enterprise\", \"subject\": \"" + enterprise
                                + "\", \"name\": \"李工\", \"email\": \"li@example.org\", \"language\": \"zh\"}");
        };
    }
}
