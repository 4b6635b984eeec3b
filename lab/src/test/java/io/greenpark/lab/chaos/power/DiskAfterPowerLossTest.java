package io.greenpark.lab.chaos.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings as strace writes them, and what a disk keeps of them. */
class DiskAfterPowerLossTest {
    private static final String FOLDER = "/data";

    @TempDir
    Path folder;

    private final StringBuilder trace = new StringBuilder();

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append(String.format("\\x%02x", b));
        }
        return hex.toString();
    }

    private DiskAfterPowerLossTest line(String text) {
        trace.append("4711 ").append(text).append('\n');
        return this;
    }

    private DiskAfterPowerLossTest create(String name, int descriptor) {
        String path = hex(FOLDER + "/" + name);
        return line("openat(AT_FDCWD<" + hex("/") + ">, \"" + path + "\", O_RDWR|O_CREAT, 0644) = " + descriptor + "<"
                + path + ">");
    }

    private DiskAfterPowerLossTest write(String name, int descriptor, String text, long offset) {
        return line("pwrite64(" + descriptor + "<" + hex(FOLDER + "/" + name) + ">, \"" + hex(text) + "\", "
                + text.length() + ", " + offset + ") = " + text.length());
    }

    private DiskAfterPowerLossTest sync(String name, int descriptor) {
        return line("fdatasync(" + descriptor + "<" + hex(FOLDER + "/" + name) + ">) = 0");
    }

    private DiskAfterPowerLossTest syncFolder() {
        return line("fsync(9<" + hex(FOLDER) + ">) = 0");
    }

    /** What a disk holds that keeps nothing but what is durable, or everything. */
    private Path after(double kept) throws IOException {
        Path file = Files.writeString(folder.resolve("trace"), trace);
        Recording recording = Recording.read(file, Path.of(FOLDER));
        Path to = Files.createTempDirectory(folder, "after");
        DiskAfterPowerLoss.rebuild(recording.changes(), recording.end() + 1, kept, new Random(1), Path.of(FOLDER), to);
        return to;
    }

    @Test
    void what_was_fsynced_with_its_name_is_there() throws IOException {
        create("a", 3).write("a", 3, "kept", 0).sync("a", 3).syncFolder();
        assertThat(after(0).resolve("a")).hasContent("kept");
    }

    @Test
    void unsynced_writes_survive_only_if_the_cache_was_written_back() throws IOException {
        create("a", 3).write("a", 3, "kept", 0).sync("a", 3).syncFolder().write("a", 3, "lost", 4);
        assertThat(after(0).resolve("a")).hasContent("kept");
        assertThat(after(1).resolve("a")).hasContent("keptlost");
    }

    @Test
    void a_file_whose_folder_was_not_synced_has_no_name() throws IOException {
        create("a", 3).write("a", 3, "kept", 0).sync("a", 3);
        assertThat(after(0).resolve("a")).doesNotExist();
    }

    @Test
    void an_fsync_covers_only_what_had_returned_when_it_was_called() throws IOException {
        create("a", 3).syncFolder();
        String path = hex(FOLDER + "/a");
        line("pwrite64(3<" + path + ">, \"" + hex("late") + "\", 4, 0 <unfinished ...>");
        trace.append("4712 fdatasync(3<").append(path).append(">) = 0\n");
        line("<... pwrite64 resumed>) = 4");
        assertThat(after(0).resolve("a")).isEmptyFile();
    }

    @Test
    void a_file_renamed_over_another_is_the_old_one_until_the_folder_is_synced() throws IOException {
        create("a", 3).write("a", 3, "old", 0).sync("a", 3);
        create("a.new", 4).write("a.new", 4, "new", 0).sync("a.new", 4).syncFolder();
        line("rename(\"" + hex(FOLDER + "/a.new") + "\", \"" + hex(FOLDER + "/a") + "\") = 0");
        assertThat(after(0).resolve("a")).hasContent("old");
        syncFolder();
        assertThat(after(0).resolve("a")).hasContent("new");
    }

    @Test
    void calls_that_failed_changed_nothing() throws IOException {
        create("a", 3).write("a", 3, "kept", 0).sync("a", 3).syncFolder();
        line("unlink(\"" + hex(FOLDER + "/a") + "\") = -1 EACCES (Permission denied)");
        assertThat(after(1).resolve("a")).hasContent("kept");
    }
}
