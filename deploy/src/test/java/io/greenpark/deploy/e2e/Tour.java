package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A walk through every page of the console in both languages. Each must show its content and log nothing to the
 * browser's console; a screenshot of each is kept in {@code target/screens}.
 */
final class Tour {
    private static final Path SCREENS = Path.of("target", "screens");

    private final Browser browser;
    private final String console;

    Tour(Browser browser, String console) {
        this.browser = browser;
        this.console = console;
    }

    /** Adds the pages of these cases, by id. */
    void walk(List<String> caseIds) throws IOException {
        Files.createDirectories(SCREENS);
        for (String language : List.of("zh", "en")) {
            for (Map.Entry<String, Page> page : pages(caseIds).entrySet()) {
                browser.visit(console, page.getValue().path(), language);
                assertThat(browser.texts(page.getValue().shows()))
                        .as("%s in %s", page.getKey(), language)
                        .isNotEmpty();
                browser.screenshot(SCREENS.resolve(page.getKey() + "-" + language + ".png"));
                assertThat(browser.complaints())
                        .as("what the browser says of %s in %s", page.getKey(), language)
                        .isEmpty();
            }
        }
    }

    /** Path, and text that must be visible there. */
    private static Map<String, Page> pages(List<String> caseIds) {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("overview", new Page("/", "main table tbody tr"));
        pages.put("park", new Page("/parks/xiaoshun", "main .chart canvas"));
        pages.put("enterprise-energy", new Page("/enterprises/hardware-01", "main .chart canvas"));
        pages.put("enterprise-outlets", new Page("/enterprises/building-02", "main figure .chart canvas"));
        pages.put("cases", new Page("/cases", "main table tbody tr"));
        for (int i = 0; i < caseIds.size(); i++) {
            pages.put("case-" + (i + 1), new Page("/cases/" + caseIds.get(i), "main .steps li"));
        }
        pages.put("devices", new Page("/devices", "main table tbody tr"));
        pages.put("dead-letters", new Page("/dead-letters", "main table tbody tr"));
        pages.put("inbox", new Page("/inbox", "main article.letter h2"));
        return pages;
    }

    private record Page(String path, String shows) {}
}
