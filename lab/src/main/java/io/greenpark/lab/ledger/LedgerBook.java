package io.greenpark.lab.ledger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A ledger file added up.
 *
 * @param sent by device, the messages that went out at least once
 * @param acknowledged by device, those that were acknowledged at least once
 * @param sendings how often messages went out, repetitions included
 */
public record LedgerBook(List<BitSet> sent, List<BitSet> acknowledged, long sendings) {
    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * Reads a file.
     *
     * @param devices how many devices its load has
     * @throws IOException if it is no ledger of such a load
     */
    public static LedgerBook read(Path file, int devices) throws IOException {
        LedgerBook book = new LedgerBook(sets(devices), sets(devices), 0);
        long sendings = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            if (!Arrays.equals(in.readNBytes(LedgerFile.MAGIC.length), LedgerFile.MAGIC)) {
                throw new IOException("\"" + file + "\" is no ledger; name a file that a chaos run has written");
            }
            while (true) {
                long note = in.readLong();
                sendings += note < 0 ? 0 : 1;
                book.take(note, file);
            }
        } catch (EOFException end) {
            return new LedgerBook(book.sent, book.acknowledged, sendings);
        }
    }

    private static List<BitSet> sets(int devices) {
        List<BitSet> sets = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            sets.add(new BitSet());
        }
        return List.copyOf(sets);
    }

    private void take(long note, Path file) throws IOException {
        int device = (int) (note >>> LedgerFile.SEQUENCE_BITS) & (1 << LedgerFile.DEVICE_BITS) - 1;
        long sequence = note & (1L << LedgerFile.SEQUENCE_BITS) - 1;
        if (device >= sent.size() || sequence > Integer.MAX_VALUE) {
            throw new IOException("\"" + file + "\" names device " + device + ", message " + sequence
                    + "; its load has " + sent.size() + " devices");
        }
        (note < 0 ? acknowledged : sent).get(device).set((int) sequence);
    }

    /** Messages that went out. */
    public long messagesSent() {
        return sent.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Messages that were acknowledged. */
    public long messagesAcknowledged() {
        return acknowledged.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Readings in the messages of {@code sets}. */
    public static long readings(LedgerLoad load, List<BitSet> sets) {
        long readings = 0;
        for (int d = 0; d < sets.size(); d++) {
            readings += (long) sets.get(d).cardinality()
                    * load.devices().get(d).keys().size();
        }
        return readings;
    }
}
