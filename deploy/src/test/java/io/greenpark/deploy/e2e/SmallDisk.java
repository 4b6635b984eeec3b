package io.greenpark.deploy.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A folder with little room, to write too much to. */
interface SmallDisk extends AutoCloseable {
    int ROOM_BYTES = 2 << 20;

    /** Where to write. */
    Path folder();

    /** The command, run so that it meets the lack of room. */
    List<String> confined(List<String> command);

    /** A pattern of what the command must say. */
    String failurePattern();

    @Override
    void close() throws IOException, InterruptedException;

    /** Every kind available on this machine: a limit of file sizes everywhere, a real full file system where one can be mounted. */
    static List<SmallDisk> all(Path dir) throws IOException, InterruptedException {
        List<SmallDisk> disks = new ArrayList<>();
        Path mounted = Files.createDirectories(dir.resolve("mounted"));
        if (succeeds("mount", "-t", "tmpfs", "-o", "size=" + ROOM_BYTES, "tmpfs", mounted.toString())) {
            disks.add(new FileSystem(mounted));
        }
        // Last, since it needs no closing where the one before it fails a test.
        disks.add(new LimitOfFileSizes(Files.createDirectories(dir.resolve("limited"))));
        return disks;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    /** RLIMIT_FSIZE: the kernel refuses with EFBIG any write beyond the limit. */
    record LimitOfFileSizes(Path folder) implements SmallDisk {
        @Override
        public List<String> confined(List<String> command) {
            List<String> all = new ArrayList<>(List.of("prlimit", "--fsize=" + ROOM_BYTES + ":"));
            all.addAll(command);
            return all;
        }

        @Override
        public String failurePattern() {
            return "a limit of file sizes \\(ulimit -f\\)";
        }

        @Override
        public void close() {
            // The limit ended with the process.
        }
    }

    /** A file system in memory. */
    record FileSystem(Path folder) implements SmallDisk {
        @Override
        public List<String> confined(List<String> command) {
            return command;
        }

        @Override
        public String failurePattern() {
            return Pattern.quote("the disk of \"" + folder.resolve("backup")) + "\" (is|may be) full: ";
        }

        @Override
        public void close() throws IOException, InterruptedException {
            Process process = new ProcessBuilder("umount", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("\"" + folder + "\" stays mounted: " + said);
            }
        }
    }
}
