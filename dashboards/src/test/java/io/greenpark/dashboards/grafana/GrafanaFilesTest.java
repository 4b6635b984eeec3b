package io.greenpark.dashboards.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrafanaFilesTest {
    /** Run the test with {@code -Dgolden.write=true} to generate the committed files again. */
    private static final String WRITE = "golden.write";

    private static final Path KEPT = Path.of("..", "deploy", "grafana");

    @Test
    void the_committed_files_are_those_the_code_generates() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            GrafanaFiles.write(KEPT);
        }
        for (Map.Entry<String, String> file : GrafanaFiles.all().entrySet()) {
            assertThat(KEPT.resolve(file.getKey()))
                    .as("generate it anew with -D" + WRITE + "=true")
                    .hasContent(file.getValue());
        }
        try (var kept = Files.walk(KEPT)) {
            assertThat(kept.filter(Files::isRegularFile))
                    .hasSize(GrafanaFiles.all().size());
        }
    }

    @Test
    void panels_have_titles_in_both_languages_and_do_not_overlap() {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            var panels = new JsonObject(dashboard.json()).getJsonArray("panels");
            assertThat(panels.stream()
                            .map(p -> ((JsonObject) p).getJsonObject("gridPos").encode())
                            .distinct())
                    .hasSize(panels.size());
            for (Object panel : panels) {
                String title = ((JsonObject) panel).getString("title");
                assertThat(title).matches("\\p{IsHan}.* / [A-Z].*");
            }
        }
    }

    @Test
    void every_query_is_bounded_by_the_time_range() {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            dashboard.panels().forEach(p -> p.queries()
                    .forEach(t -> assertThat(t.influxQl().text()).contains("$timeFilter")));
        }
    }
}
