package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.history.RegistryStore;
import io.greenpark.registry.history.RegistryStore.ChangeNote;
import io.greenpark.registry.history.RegistryStore.Content;
import io.greenpark.registry.merge.FileMerge;
import io.greenpark.registry.merge.MergeResult;
import io.greenpark.store.books.BooksFixture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The district and its parks, and who is told of them. */
class AreaYamlTest {
    private static final String DISTRICT = """
            district:
              id: jindong
              name: {zh: 金东区, en: Jindong district}
              contacts: [{name: Energy office, email: energy@example.org, language: en}]
            """;
    private static final String PARK = """
            parks:
              - id: east
                contacts: [{name: 园区管委会, webhook: "https://east.example/hook"}]
            """;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private final Problems problems = new Problems();

    private Registry.Facts read(String... documents) {
        List<RegistryDocument> list = Stream.of(documents)
                .map(text -> new RegistryDocument(Path.of("f"), "", YamlFile.parse(text, "f", problems)))
                .toList();
        return RegistryYaml.read(list, problems).facts();
    }

    private List<String> told() {
        return problems.list().stream().map(Problems.Problem::toString).toList();
    }

    @Test
    void a_district_is_an_id_or_says_its_name_and_contacts() {
        assertThat(read("district: jindong\n").district()).isEqualTo(District.of("jindong"));
        assertThat(read("parks: []\n").district()).isEqualTo(District.of("district"));
        assertThat(read(DISTRICT).district())
                .isEqualTo(new District(
                        "jindong",
                        new Bilingual("金东区", "Jindong district"),
                        List.of(new Contact("Energy office", "energy@example.org", null, Locale.ENGLISH))));
        assertThat(told()).isEmpty();
    }

    @Test
    void the_file_with_more_about_the_district_counts_in_any_order() {
        assertThat(read("district: jindong\n", DISTRICT).district().contacts()).hasSize(1);
        assertThat(read(DISTRICT, "district: jindong\n").district().contacts()).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void two_files_may_not_name_two_districts() {
        read(DISTRICT, "district: wucheng\n");
        assertThat(told())
                .containsExactly("f:1: district: \"wucheng\" differs from \"jindong\" above; one installation serves"
                        + " one district");
    }

    @Test
    void faults_of_areas_name_key_value_and_what_is_allowed() {
        read("district: {id: Jin Dong, contact: []}\n");
        read("district: [jindong]\n");
        read("parks: [{id: east, contacts: [{name: Office}]}]\n");
        assertThat(told())
                .hasSize(4)
                .anyMatch(t -> t.startsWith("f:1: district.id: \"Jin Dong\" is not allowed; accepted: small letters"))
                .anyMatch(t -> t.contains("district.contact: unknown key; did you mean \"contacts\"?"))
                .anyMatch(t -> t.contains("district: ") && t.contains("list stands where a plain value is expected"))
                .anyMatch(t -> t.contains("contacts[0].email: is missing, and so is webhook"));
    }

    @Test
    void contacts_of_areas_survive_the_books() {
        Registry.Facts facts = read(DISTRICT, PARK);
        assertThat(told()).isEmpty();
        RegistryStore store = new RegistryStore(fixture.books());
        assertThat(kept(store, facts)).isEqualTo(facts);
        Registry.Facts fewer = read("district: wucheng\n", "parks: [{id: east}]\n");
        assertThat(kept(store, fewer)).isEqualTo(fewer);
    }

    /** What the books hold after files of these facts were taken over. */
    private static Registry.Facts kept(RegistryStore store, Registry.Facts facts) {
        FilesSaid before = store.files();
        MergeResult merged = new FileMerge(
                        before, DocumentWriter.write(new Registry(facts)), store.documents(), Instant.EPOCH)
                .merge();
        store.append(
                new ChangeNote("test", RegistryHistory.Source.FILE, "", null),
                new Content(merged.changes(), before.changesTo(merged.files())),
                Clock.systemUTC());
        return DocumentReader.read(store.documents(), new Problems());
    }
}
