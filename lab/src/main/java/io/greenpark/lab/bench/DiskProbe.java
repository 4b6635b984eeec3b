package io.greenpark.lab.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What one fsync costs where the log lies: without it figures of two machines cannot be compared. */
public final class DiskProbe {
    private static final int WRITES = 200;
    private static final int PAGE_BYTES = 4_096;

    private DiskProbe() {}

    /** Median time of writing a page and making it durable, microseconds. */
    public static long fsyncMicros(Path dir) throws IOException {
        Path file = Files.createTempFile(dir, "fsync-", ".probe");
        long[] nanos = new long[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long began = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE_BYTES));
                channel.force(false);
                nanos[i] = System.nanoTime() - began;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanos);
        return nanos[WRITES / 2] / 1_000;
    }
}
