package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.document.FileKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentConfigTest {
    private final Problems problems = new Problems();

    @Test
    void nothing_set_means_the_defaults() {
        assertThat(DocumentConfig.from(Settings.ofTexts(Map.of()), problems)).isEqualTo(DocumentConfig.defaults());
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.of(
                "maxFileSize",
                "50MB",
                "minFreeDisk",
                "2GB",
                "keepUnfinished",
                "3d",
                "kinds",
                "pdf",
                "keepUnattached",
                "9d",
                "maxPerAccountAndDay",
                "200MB"));
        assertThat(DocumentConfig.from(settings, problems))
                .isEqualTo(new DocumentConfig(
                        50L << 20, Set.of(FileKind.PDF), Duration.ofDays(3), Duration.ofDays(9), 200L << 20, 2L << 30));
        settings.reportUnknown(problems);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        DocumentConfig.from(
                Settings.ofTexts(
                        Map.of("maxFileSize", "1MB", "minFreeDisk", "x", "keepUnfinished", "1m", "kinds", "exe")),
                problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactly("maxFileSize", "kinds", "keepUnfinished", "minFreeDisk");
    }
}
