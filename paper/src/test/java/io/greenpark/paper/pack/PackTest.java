package io.greenpark.paper.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    @TempDir
    Path folder;

    private Path pack;
    private PackSeal seal;

    @BeforeEach
    void write() throws IOException {
        pack = folder.resolve("pack.zip");
        try (PackWriter writer = new PackWriter(Files.newOutputStream(pack))) {
            writer.add("说明.txt", "检查包");
            writer.add("data/a.csv", out -> {
                for (int i = 0; i < 1_000; i++) {
                    out.write((i + ",1.5\n").getBytes(StandardCharsets.UTF_8));
                }
                out.close();
            });
            seal = writer.seal();
        }
    }

    private static void change(Path pack, Change change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(pack)) {
            change.in(zip);
        }
    }

    @FunctionalInterface
    private interface Change {
        void in(FileSystem zip) throws IOException;
    }

    @Test
    void what_was_written_fits_and_is_known_by_one_hash() throws IOException {
        PackCheck check = PackCheck.of(pack);
        assertThat(check.faults()).isEmpty();
        assertThat(check.files()).isEqualTo(2);
        assertThat(check.sha256()).isEqualTo(seal.sha256());
        assertThat(seal.files()).isEqualTo(2);
    }

    @Test
    void the_list_is_one_that_others_read() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        try (FileSystem zip = FileSystems.newFileSystem(pack)) {
            Files.createDirectory(out.resolve("data"));
            for (String name : new String[] {"说明.txt", "data/a.csv", PackWriter.LIST}) {
                Files.copy(zip.getPath(name), out.resolve(name));
            }
        }
        Process sums = new ProcessBuilder("sha256sum", "-c", "--strict", PackWriter.LIST)
                .directory(out.toFile())
                .start();
        assertThat(sums.waitFor()).isZero();
    }

    @Test
    void a_changed_a_missing_and_an_added_file_are_named() throws IOException {
        change(pack, zip -> {
            Files.writeString(zip.getPath("说明.txt"), "检查包!");
            Files.delete(zip.getPath("data/a.csv"));
            Files.writeString(zip.getPath("more.txt"), "x");
        });
        assertThat(PackCheck.of(pack).faults())
                .extracting(fault -> fault.en())
                .containsExactlyInAnyOrder(
                        "\"说明.txt\" is not as it was written",
                        "\"data/a.csv\" is missing",
                        "\"more.txt\" is not in the list");
    }

    @Test
    void whoever_writes_the_list_anew_has_another_hash() throws IOException {
        Path other = folder.resolve("other.zip");
        try (PackWriter writer = new PackWriter(Files.newOutputStream(other))) {
            writer.add("说明.txt", "检查包!");
            assertThat(writer.seal().sha256()).isNotEqualTo(seal.sha256());
        }
        assertThat(PackCheck.of(other).faults()).isEmpty();
    }

    @Test
    void what_is_no_pack_is_said_so() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "no zip");
        assertThatThrownBy(() -> PackCheck.of(text)).isInstanceOf(IOException.class);
    }

    @Test
    void names_lead_nowhere_else_and_are_there_once() throws IOException {
        try (PackWriter writer = new PackWriter(OutputStream.nullOutputStream())) {
            writer.add("a", "1");
            for (String name : new String[] {"a", "../b", "/b", "", "SHA256SUMS", "b\nc"}) {
                assertThatThrownBy(() -> writer.add(name, "2")).isInstanceOf(IllegalArgumentException.class);
            }
            writer.seal();
        }
    }
}
