package io.greenpark.lab.bench.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the bench with small books: whether it measures, and that months from hours are the booked ones. */
class BooksBenchIT {
    @TempDir
    private Path dir;

    @Test
    void books_of_each_size_are_made_and_read() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        BooksBench.run(
                new BooksOptions(List.of(1, 2), 40, Duration.ofHours(1), dir),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("40 days of readings every 60 min")
                .containsPattern("\n +1 +9,600 ")
                .containsPattern("\n +2 +19,200 ")
                .doesNotContain("NaN");
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).isEmpty();
        }
    }
}
