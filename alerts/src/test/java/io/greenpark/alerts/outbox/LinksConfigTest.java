package io.greenpark.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksConfigTest {
    private static final String CONSOLE = "http://localhost:8080";

    private final Problems problems = new Problems();

    private LinksConfig.Urls urls(Map<String, String> texts) {
        return LinksConfig.from(Settings.ofTexts(texts).section("links"), problems)
                .urls(CONSOLE);
    }

    @Test
    void where_nothing_is_said_both_are_the_consoles_own() {
        assertThat(urls(Map.of())).isEqualTo(new LinksConfig.Urls(CONSOLE, CONSOLE));
    }

    @Test
    void each_may_have_its_own() {
        assertThat(urls(Map.of("links.enterprises", "https://enterprises.example.org/")))
                .isEqualTo(new LinksConfig.Urls(CONSOLE, "https://enterprises.example.org"));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void what_is_no_address_is_named() {
        urls(Map.of("links.officers", "greenpark.example.org"));
        assertThat(problems.list()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .contains("links.officers", "\"greenpark.example.org\" is not allowed", "https://"));
    }
}
