package io.greenpark.registry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryStoreTest {
    private static final DocumentKey PARK = new DocumentKey(DocumentKind.PARK, "east");
    private static final DocumentKey OTHER = new DocumentKey(DocumentKind.PARK, "west");
    private static final ChangeNote NOTE = new ChangeNote("officer", Source.API, "a permit", null);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private RegistryStore store;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        store = new RegistryStore(fixture.books());
    }

    private static Optional<PlacedDocument> document(String zone) {
        return Optional.of(new PlacedDocument(
                Document.of(JsonNodeFactory.instance.objectNode().put("zone", zone)), 7));
    }

    private long append(String day, Map<DocumentKey, Optional<PlacedDocument>> documents) {
        return store.append(
                NOTE,
                new Content(documents, documents),
                Clock.fixed(Instant.parse(day + "T08:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void the_registry_is_known_as_of_every_change_and_day() {
        assertThat(store.newest()).isZero();
        append("2026-01-01", Map.of(PARK, document("UTC")));
        append("2026-02-01", Map.of(PARK, document("Asia/Tokyo"), OTHER, document("UTC")));
        append("2026-03-01", Map.of(PARK, Optional.empty()));
        assertThat(store.asOf(1, PARK)).map(Version::json).hasValue("{\"zone\":\"UTC\"}");
        assertThat(store.asOf(2, PARK)).map(Version::json).hasValue("{\"zone\":\"Asia/Tokyo\"}");
        assertThat(store.asOf(3, PARK)).isEmpty();
        assertThat(store.documents()).containsOnlyKeys(OTHER);
        assertThat(store.newestBefore(Instant.parse("2026-02-01T08:00:00Z"))).isEqualTo(1);
        assertThat(store.newestBefore(Instant.parse("2026-02-02T00:00:00Z"))).isEqualTo(2);
        assertThat(store.newestBefore(Instant.parse("2025-12-31T00:00:00Z"))).isZero();
        assertThat(store.versions(PARK)).extracting(Version::change).containsExactly(3L, 2L, 1L);
        assertThat(store.versions(PARK).get(0).json()).isNull();
        assertThat(store.asOf(2, DocumentKind.PARK, "", 10))
                .extracting(v -> v.key().id())
                .containsExactly("east", "west");
        assertThat(store.asOf(2, DocumentKind.PARK, "east", 10))
                .extracting(v -> v.key().id())
                .containsExactly("west");
        assertThat(store.changesBelow(3, 10)).extracting(Change::number).containsExactly(2L, 1L);
        assertThat(store.versionsOf(2, null, 10)).hasSize(2);
        assertThat(store.change(1).orElseThrow().reason()).isEqualTo("a permit");
    }

    @Test
    void a_change_that_was_not_committed_does_not_count_and_leaves_nothing() {
        append("2026-01-01", Map.of(PARK, document("UTC")));
        // What a kill leaves behind between two portions of change 2.
        fixture.books().write(tx -> {
            for (String table : new String[] {"registry_version", "registry_file_version"}) {
                tx.handle()
                        .execute("INSERT INTO " + table + " (kind, id, change_number, position, document)"
                                + " VALUES ('park', 'west', 2, 1, '{}'), ('park', 'east', 2, 1, NULL)");
            }
            return true;
        });
        assertThat(store.documents()).containsOnlyKeys(PARK);
        assertThat(store.files().now()).containsOnlyKeys(PARK);
        assertThat(store.versions(OTHER)).isEmpty();
        assertThat(store.versionsOf(2, null, 10)).isEmpty();
        assertThat(store.lastChangeOf(PARK)).isEqualTo(1);
        assertThat(append("2026-02-01", Map.of(PARK, document("Asia/Tokyo")))).isEqualTo(2);
        assertThat(store.documents()).containsOnlyKeys(PARK);
    }

    @Test
    void a_large_change_is_written_in_portions_and_takes_effect_at_once() {
        Map<DocumentKey, Optional<PlacedDocument>> many = new HashMap<>();
        IntStream.range(0, 1_050)
                .forEach(i -> many.put(new DocumentKey(DocumentKind.GATEWAY, "g" + i), document("UTC")));
        append("2026-01-01", many);
        assertThat(store.documents()).hasSize(1_050);
        assertThat(store.files().now()).hasSize(1_050);
        Map<DocumentKey, Optional<PlacedDocument>> gone = new HashMap<>();
        many.keySet().forEach(key -> gone.put(key, Optional.empty()));
        append("2026-01-02", gone);
        assertThat(store.documents()).isEmpty();
        assertThat(store.asOf(1, DocumentKind.GATEWAY, "", 2_000)).hasSize(1_050);
    }

    private void appendFromFile(
            Map<DocumentKey, Optional<PlacedDocument>> documents, Map<DocumentKey, Optional<PlacedDocument>> files) {
        store.append(
                new ChangeNote("greenpark", Source.FILE, "site.yaml", "00"),
                new Content(documents, files),
                Clock.systemUTC());
    }

    @Test
    void what_the_files_said_last_of_what_left_them_is_known() {
        Document said = document("UTC").orElseThrow().document();
        FilesSaid first = new FilesSaid(Map.of(PARK, said, OTHER, said), Map.of());
        appendFromFile(Map.of(PARK, document("Asia/Tokyo")), store.files().changesTo(first));
        assertThat(store.files()).isEqualTo(first);
        FilesSaid left = new FilesSaid(Map.of(), Map.of(PARK, said));
        appendFromFile(Map.of(), store.files().changesTo(left));
        assertThat(store.files()).isEqualTo(left);
        assertThat(store.files(List.of(PARK, OTHER))).isEqualTo(left);
        FilesSaid back = new FilesSaid(Map.of(PARK, said), Map.of());
        appendFromFile(Map.of(), store.files().changesTo(back));
        assertThat(store.files()).isEqualTo(back);
        assertThat(store.files().changesTo(back)).isEmpty();
    }

    /** As the first version with documents left it: without what the files had said. */
    @Test
    void in_former_books_the_last_version_not_of_a_person_stands_in() {
        appendFromFile(Map.of(PARK, document("UTC"), OTHER, document("UTC")), Map.of());
        append("2026-02-01", Map.of(PARK, document("Asia/Tokyo")));
        appendFromFile(Map.of(OTHER, Optional.empty()), Map.of(PARK, Optional.empty(), OTHER, Optional.empty()));
        FilesSaid said = store.files();
        assertThat(said.now()).isEmpty();
        assertThat(said.left())
                .isEqualTo(Map.of(PARK, document("UTC").orElseThrow().document()));
        assertThat(store.files(List.of(PARK, OTHER))).isEqualTo(said);
    }

    @Test
    void a_kind_that_is_not_known_is_named() {
        append("2026-01-01", Map.of(PARK, document("UTC")));
        fixture.books().write(tx -> tx.handle().execute("UPDATE registry_version SET kind = 'planet'"));
        assertThatThrownBy(() -> store.documents()).hasMessageContaining("\"planet\"");
    }
}
