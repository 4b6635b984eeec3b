package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.console.WebFiles.WebFile;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFilesTest {
    private final WebFiles files = WebFiles.ofInstallation();

    @Test
    void files_are_found_by_their_name_and_kept() {
        assertThat(files.file("/index.html")).isNotNull().isSameAs(files.file("/index.html"));
        assertThat(files.file("/icon.svg")).isNotNull();
        assertThat(files.read()).isEqualTo(2);
    }

    @Test
    void files_are_there_as_they_are_and_smaller() {
        WebFile page = Objects.requireNonNull(files.file("/index.html"));
        Matcher style = Pattern.compile("/a/[\\w-]+\\.css")
                .matcher(page.content().get(Coding.IDENTITY).toString());
        assertThat(style.find()).isTrue();
        Map<Coding, Buffer> content =
                Objects.requireNonNull(files.file(style.group())).content();
        assertThat(content.get(Coding.GZIP).length())
                .isLessThan(content.get(Coding.IDENTITY).length())
                .isGreaterThan(content.get(Coding.BROTLI).length());
        assertThat(files.file("/index.html.br")).isNull();
    }

    @Test
    void files_of_a_folder_are_read_anew_each_time_and_none_beside_it(@TempDir Path dir) throws Exception {
        Path folder = Files.createDirectories(dir.resolve("console/a"));
        Files.writeString(dir.resolve("secret.js"), "1");
        WebFiles watched = WebFiles.of(dir.resolve("console"));
        for (String text : List.of("one", "two")) {
            Files.writeString(folder.resolve("main-ABC.js"), text);
            WebFile file = Objects.requireNonNull(watched.file("/a/main-ABC.js"));
            assertThat(file.content().get(Coding.IDENTITY)).hasToString(text);
        }
        assertThat(watched.file("/../secret.js")).isNull();
        assertThat(watched.file("/a")).isNull();
        assertThat(watched.read()).isZero();
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
