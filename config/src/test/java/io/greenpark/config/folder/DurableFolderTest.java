package io.greenpark.config.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the calls come to on a disk is shown by the losses of power in deploy. */
class DurableFolderTest {
    @TempDir
    Path folder;

    @Test
    void it_makes_every_missing_folder_and_leaves_those_that_are_there() throws IOException {
        Path deep = folder.resolve("a/b/c");
        DurableFolder.make(deep);
        DurableFolder.make(deep);
        assertThat(deep).isDirectory();
    }

    @Test
    void it_fails_where_a_file_is_in_the_way() throws IOException {
        Files.writeString(folder.resolve("a"), "a file");
        assertThatThrownBy(() -> DurableFolder.make(folder.resolve("a/b"))).isInstanceOf(IOException.class);
    }
}
