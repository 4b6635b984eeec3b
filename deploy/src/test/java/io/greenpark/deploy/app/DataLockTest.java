package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a data folder that cannot be locked is reported. */
class DataLockTest {
    @TempDir
    Path dir;

    @Test
    void a_folder_in_use_is_named() throws Exception {
        try (DataLock first = DataLock.take(dir)) {
            assertThatThrownBy(() -> DataLock.take(dir))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(dir.toString(), "in use by another Greenpark process");
        }
    }

    @Test
    void an_unwritable_folder_is_named_with_its_option() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));
        assertThatThrownBy(() -> DataLock.take(file.resolve("data")))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("--data", file.toString(), "cannot be written");
    }
}
