package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.FileComparison.Kept;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFactsTest {
    private static final Instant IN_2026 = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant IN_2028 = Instant.parse("2028-03-01T12:00:00Z");
    private static final String A = "{key: a, quantity: q, unit: kWh, kind: register}";

    @TempDir
    Path folder;

    private FileComparison read(@Nullable FileComparison before, Instant now, String... points) throws IOException {
        Path file = folder.resolve("park.yaml");
        Files.writeString(
                file,
                "registry:\n  parks: [{id: p, zone: Europe/Berlin}]\n"
                        + "  enterprises: [{id: e, park: p, industry: food}]\n"
                        + "  devices: [{id: d, enterprise: e, points: [" + String.join(", ", points) + "]}]\n");
        FileDocuments said = FileDocuments.read(ConfigFile.read(file, List.of(), new Problems()));
        assertThat(said.faults()).isEmpty();
        FileComparison compared = FileComparison.of(said, kept(before), now);
        assertThat(compared.faults()).isEmpty();
        return compared;
    }

    private static Kept kept(@Nullable FileComparison before) {
        if (before == null) {
            return new Kept(null, Map.of(), new FilesSaid(Map.of(), Map.of()));
        }
        Map<io.greenpark.park.registry.DocumentKey, PlacedDocument> current =
                Objects.requireNonNull(before.merged()).documents();
        return new Kept(before.registry(), current, before.merged().files());
    }

    private static Instant from(FileComparison compared, String point) {
        Registry registry = Objects.requireNonNull(compared.registry());
        return registry.point(point).orElseThrow().facts().get(0).validFrom();
    }

    @Test
    void a_point_without_a_date_is_true_from_the_first_of_january_of_the_year_before_it_is_registered()
            throws IOException {
        assertThat(from(read(null, IN_2026, A), "d-a")).isEqualTo("2024-12-31T23:00:00Z");
    }

    @Test
    void a_later_reading_of_the_files_does_not_move_it_and_dates_new_points_of_its_own_year() throws IOException {
        FileComparison first = read(null, IN_2026, A);
        FileComparison later = read(first, IN_2028, A, A.replace("key: a", "key: b"));
        assertThat(from(later, "d-a")).isEqualTo("2024-12-31T23:00:00Z");
        assertThat(from(later, "d-b")).isEqualTo("2026-12-31T23:00:00Z");
    }

    @Test
    void a_point_known_since_ever_stays_so() throws IOException {
        FileComparison ever = read(null, IN_2026, A.replace("}", ", validFrom: 1970-01-01T00:00:00Z}"));
        FileComparison later = read(ever, IN_2028, A);
        assertThat(from(later, "d-a")).isEqualTo(Instant.EPOCH);
        assertThat(Objects.requireNonNull(later.merged()).changes()).isEmpty();
    }
}
