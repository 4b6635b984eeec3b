package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebFilesTest {
    private final WebFiles files = WebFiles.ofInstallation();

    @Test
    void files_are_found_by_their_name_and_kept() {
        assertThat(files.file("/index.html")).isNotNull().isSameAs(files.file("/index.html"));
        assertThat(files.file("/icon.svg")).isNotNull();
        assertThat(files.read()).isEqualTo(2);
    }

    @Test
    void names_that_stand_for_no_file_are_not_kept() {
        for (int i = 0; i < 100; i++) {
            assertThat(files.file("/nothing-" + i + ".js")).isNull();
        }
        assertThat(files.read()).isZero();
    }

    @Test
    void a_name_of_any_length_and_depth_is_refused() {
        for (String name :
                List.of("/a".repeat(2_030), "/a".repeat(100_000) + ".js", "/" + "a".repeat(100_000) + ".js")) {
            assertThat(files.file(name)).isNull();
        }
    }
}
