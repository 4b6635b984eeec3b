package io.greenpark.lab.chaos.environment;

import io.greenpark.lab.machine.Programs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk of the data folder, to be made full. */
public interface Disk {
    /** How a full disk is simulated, as the report says it. */
    String how();

    /** Nothing can be written from now on, or little. */
    void fill(ServerUnderFaults server) throws IOException, InterruptedException;

    /** There is room again. */
    void free(ServerUnderFaults server) throws IOException, InterruptedException;

    /**
     * The way this machine allows: a file system of less than 8 GB is really filled; on a larger one, which others use
     * too, the kernel refuses this process every write behind the first 256 KB of any file.
     *
     * @throws IOException if neither is possible
     */
    static Disk of(Path folder) throws IOException {
        if (isSmall(folder)) {
            return new Ballast(folder.resolve("ballast"));
        }
        if (Programs.find("prlimit").isEmpty()) {
            throw new IOException(
                    "a full disk needs prlimit (apt-get install util-linux) or --dir on a file system of less"
                            + " than 8 GB");
        }
        return new FileSizeLimit();
    }

    /** Whether a folder lies on a file system that may be filled. */
    static boolean isSmall(Path folder) throws IOException {
        return Files.getFileStore(folder).getTotalSpace() < Ballast.SMALL_BYTES;
    }

    /** A real full file system. */
    record Ballast(Path file) implements Disk {
        private static final long SMALL_BYTES = 8L << 30;
        private static final int BLOCK_BYTES = 1 << 20;

        @Override
        public String how() {
            return "the file system of the data folder is filled to the last byte";
        }

        @Override
        public void fill(ServerUnderFaults server) throws IOException {
            int size = BLOCK_BYTES;
            try (OutputStream out = Files.newOutputStream(file)) {
                while (size > 0) {
                    size = grow(out, size);
                }
            } catch (IOException full) {
                // Closing writes, too, and there is no room.
                return;
            }
        }

        private static int grow(OutputStream out, int size) {
            try {
                out.write(new byte[size]);
                return size;
            } catch (IOException full) {
                return size / 2;
            }
        }

        @Override
        public void free(ServerUnderFaults server) throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** RLIMIT_FSIZE of the running process: the kernel refuses with EFBIG what would lie behind the limit. */
    record FileSizeLimit() implements Disk {
        private static final long LIMIT_BYTES = 256 * 1024;

        @Override
        public String how() {
            return "RLIMIT_FSIZE of the running server: every write behind byte " + LIMIT_BYTES + " of any file fails";
        }

        @Override
        public void fill(ServerUnderFaults server) throws IOException, InterruptedException {
            limit(server, String.valueOf(LIMIT_BYTES));
        }

        @Override
        public void free(ServerUnderFaults server) throws IOException, InterruptedException {
            limit(server, "unlimited");
        }

        private static void limit(ServerUnderFaults server, String bytes) throws IOException, InterruptedException {
            Programs.run("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":");
        }
    }
}
