package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentReader;
import io.greenpark.registry.document.DocumentWriter;
import io.greenpark.registry.document.PlacedDocument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts that earlier versions did not know: how they are given, and that they change nothing where they are not. */
class PointFactsReaderTest {
    private static final DocumentKey KEY = new DocumentKey(DocumentKind.POINT, "d-k");

    private static Registry.Facts read(String point) {
        Problems problems = new Problems();
        String site = "parks: [{id: p}]\nenterprises: [{id: e, park: p, industry: i}]\ndevices: [{id: d, enterprise: e,"
                + " points: [{key: k, quantity: power, " + point + "}]}]\n";
        Registry.Facts facts = RegistryYaml.read(
                        List.of(new RegistryDocument(Path.of("f"), "", YamlFile.parse(site, "f", problems))), problems)
                .facts();
        assertThat(problems.list()).isEmpty();
        return facts;
    }

    private static List<PointFacts> facts(String point) {
        return read(point).points().get(0).facts();
    }

    private static Document document(String point) {
        Document document = DocumentWriter.write(new Registry(read(point))).get(KEY);
        assertThat(document).isNotNull();
        return document;
    }

    @Test
    void a_point_that_gives_none_of_them_keeps_the_document_it_always_had() {
        assertThat(document("unit: kWh, kind: interval, period: 15m, stamp: end, carrier: electricity")
                        .json())
                .isEqualTo(("{'device':'d','facts':{'1970-01-01T00:00:00Z':{'boundary':true,'carrier':'electricity',"
                                + "'expectedInterval':'15m','kind':'interval','period':'15m','ratio':'1',"
                                + "'ratioApplied':false,'stamp':'end','unit':'kWh'}},'key':'k','name':{'en':'d-k','zh':'d-k'},"
                                + "'quantity':'power'}")
                        .replace('\'', '"'));
        assertThat(document("unit: kW, kind: gauge").json())
                .contains("\"boundary\":false")
                .doesNotContain("factor");
    }

    @Test
    void factor_and_boundary_are_two_ways_to_write_the_same() {
        String meter = "unit: kWh, kind: register, carrier: electricity, ";
        assertThat(document(meter + "factor: 0")).isEqualTo(document(meter + "boundary: false"));
        assertThat(document(meter + "factor: 1")).isEqualTo(document(meter + "boundary: true"));
        assertThat(document(meter + "factor: 0, boundary: false")).isEqualTo(document(meter + "factor: 0"));
        assertThat(facts(meter + "factor: -1").get(0).counting()).isEqualTo(new Counting(Direction.IMPORT, -1));
    }

    @Test
    void what_an_entry_says_stands_for_either_word_above_it() {
        List<PointFacts> facts = facts(
                "unit: kWh, kind: register, carrier: electricity, factor: -1, facts: ["
                        + "{validFrom: 2025-01-01}, {validFrom: 2025-02-01, boundary: false}, {validFrom: 2025-03-01, factor: 1}]");
        assertThat(facts).extracting(f -> f.counting().factor()).containsExactly(-1, 0, 1);
    }

    @Test
    void documents_tell_all_of_them() {
        Registry.Facts facts =
                read("unit: kW, kind: gauge, carrier: electricity, factor: -1, direction: net, min: -250.5,"
                        + " max: 400, stampTolerance: 30s");
        Map<DocumentKey, PlacedDocument> placed = new LinkedHashMap<>();
        DocumentWriter.write(new Registry(facts))
                .forEach((key, document) -> placed.put(key, new PlacedDocument(document, placed.size())));
        Problems problems = new Problems();
        Registry.Facts again = DocumentReader.read(placed, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(again.points()).isEqualTo(facts.points());
        PointFacts f = again.points().get(0).facts().get(0);
        assertThat(f.counting()).isEqualTo(new Counting(Direction.NET, -1));
        assertThat(f.bounds()).isEqualTo(new Bounds(new BigDecimal("-250.5"), new BigDecimal("400")));
        assertThat(f.stampTolerance()).isEqualTo(Duration.ofSeconds(30));
    }
}
