package io.greenpark.dashboards.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(Language.class)
    void panels_have_titles_in_the_language_and_do_not_overlap(Language language) {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            var panels = new JsonObject(dashboard.json(language)).getJsonArray("panels");
            assertThat(panels.stream()
                            .map(p -> ((JsonObject) p).getJsonObject("gridPos").encode())
                            .distinct())
                    .hasSize(panels.size());
            for (Object panel : panels) {
                assertThat(((JsonObject) panel).getString("title"))
                        .matches(language == Language.ZH ? ".*\\p{IsHan}.*" : "\\P{IsHan}+");
                assertThat(((JsonObject) panel).getString("description")).isNotEmpty();
            }
        }
    }

    @Test
    void an_english_dashboard_has_nothing_chinese_in_it() {
        GrafanaFiles.dashboards().forEach(d -> assertThat(d.json(Language.EN)).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void every_query_is_bounded_by_the_time_range() {
        for (Language language : Language.values()) {
            for (Dashboard dashboard : GrafanaFiles.dashboards()) {
                dashboard.panels().forEach(p -> p.queries()
                        .forEach(q -> assertThat(q.influxQl(language).text()).contains("$timeFilter")));
                dashboard
                        .annotations()
                        .forEach(a -> assertThat(a.influxQl(language).text()).contains("$timeFilter"));
            }
        }
    }

    @Test
    void what_follows_the_range_is_answered_from_hours_and_days() {
        for (Dashboard dashboard : GrafanaFiles.dashboards()) {
            dashboard.panels().stream()
                    .filter(p -> p.last() == null)
                    .flatMap(p -> p.queries().stream())
                    .forEach(q -> assertThat(q.en().from())
                            .as("readings themselves are shown of the last days only")
                            .matches("\"[a-z_]+(_hour|_day|_month)\"|\"(limit|alert|alert_case|health.*)\""));
        }
    }

    @Test
    void links_lead_to_dashboards_there_are() {
        for (Language language : Language.values()) {
            Set<String> uids =
                    GrafanaFiles.dashboards().stream().map(d -> d.uid(language)).collect(Collectors.toSet());
            GrafanaFiles.dashboards().forEach(d -> Pattern.compile("/d/([a-z-]+)")
                    .matcher(d.json(language))
                    .results()
                    .forEach(link -> assertThat(uids).contains(link.group(1))));
        }
    }
}
