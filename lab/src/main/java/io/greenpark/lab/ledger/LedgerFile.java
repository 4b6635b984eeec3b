package io.greenpark.lab.ledger;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Notes each message as it is sent and as it is acknowledged, eight bytes per note: state (1 bit), device (15), sequence
 * (48). Written by the process that sends, which no fault strikes. Used by one thread.
 */
public final class LedgerFile implements AutoCloseable {
    static final byte[] MAGIC = "GPLEDG1\n".getBytes(StandardCharsets.US_ASCII);
    static final int SEQUENCE_BITS = 48;
    static final int DEVICE_BITS = 15;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long ACKNOWLEDGED = 1L << (SEQUENCE_BITS + DEVICE_BITS);

    private final DataOutputStream out;

    private LedgerFile(DataOutputStream out) {
        this.out = out;
    }

    /** Begins a new file. */
    public static LedgerFile create(Path file) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
        out.write(MAGIC);
        return new LedgerFile(out);
    }

    /** A message goes out, for the first time or again. */
    public void sent(int device, long sequence) throws IOException {
        out.writeLong(note(device, sequence));
    }

    /** The server has taken it upon itself. */
    public void acknowledged(int device, long sequence) throws IOException {
        out.writeLong(ACKNOWLEDGED | note(device, sequence));
    }

    private static long note(int device, long sequence) {
        return (long) device << SEQUENCE_BITS | sequence;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
