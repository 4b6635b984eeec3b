package io.greenpark.lab.chaos.power;

import io.greenpark.lab.chaos.check.LogReadout;
import io.greenpark.lab.ledger.LedgerLoad;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether each acknowledgement set out only after the fsync of the commit that holds its readings had returned. A commit is
 * recognised among the writes to the log's write-ahead files by its checksum and the beginning of its payload, which lie
 * side by side in SQLite's record.
 */
public final class CommitOrder {
    private static final int PATTERN_PAYLOAD = 8;
    private static final int NAMED = 20;

    /**
     * What was found.
     *
     * @param commits rows of the log
     * @param acknowledgements messages acknowledged
     * @param early how many of these before their commit was durable
     * @param unknown how many of whose readings no commit was found
     * @param differing the first of both, in words
     */
    public record OrderFigures(long commits, long acknowledgements, long early, long unknown, List<String> differing) {}

    private final List<FolderChange.Write> writes;
    private final Map<String, Long> durableByMessage = new HashMap<>();
    private final Map<String, LedgerLoad.PointIndex> places;
    private final LedgerLoad load;
    private int next;
    private long commits;

    private CommitOrder(List<FolderChange.Write> writes, LedgerLoad load) {
        this.writes = writes;
        this.load = load;
        this.places = load.places();
    }

    /**
     * @param logFiles the numbers of the write-ahead files
     * @param log the folder of the log as it is after everything
     */
    static OrderFigures check(
            List<FolderChange> changes,
            List<Integer> logFiles,
            Path log,
            LedgerLoad load,
            RecordedAcks acknowledgements)
            throws IOException {
        List<FolderChange.Write> writes = changes.stream()
                .filter(FolderChange.Write.class::isInstance)
                .map(FolderChange.Write.class::cast)
                .filter(w -> logFiles.contains(w.file()))
                .toList();
        CommitOrder order = new CommitOrder(writes, load);
        LogReadout.rows(log, order::row);
        return order.result(acknowledgements);
    }

    private void row(long crc, int count, byte[] payload) throws IOException {
        commits++;
        long durable = durable(crc, payload);
        LogReadout.readings(payload, count, (point, timeMs, value) -> {
            LedgerLoad.PointIndex place = places.get(point);
            if (place != null) {
                long sequence = load.devices().get(place.device()).sequence(timeMs);
                durableByMessage.merge(message(place.device(), sequence), durable, Math::max);
            }
        });
    }

    private static String message(int device, long sequence) {
        return device + ":" + sequence;
    }

    /** When the commit was durable; writes come in the order of commits. */
    private long durable(long crc, byte[] payload) {
        byte[] number = Arrays.copyOfRange(
                ByteBuffer.allocate(Long.BYTES).putLong(crc).array(), Long.BYTES - bytesOf(crc), Long.BYTES);
        int beginning = Math.min(PATTERN_PAYLOAD, payload.length);
        byte[] pattern = ByteBuffer.allocate(number.length + beginning)
                .put(number)
                .put(payload, 0, beginning)
                .array();
        for (int i = next; i < writes.size(); i++) {
            if (contains(writes.get(i).bytes(), pattern)) {
                next = i;
                return writes.get(i).durable();
            }
        }
        return FolderChange.NEVER;
    }

    /** How many bytes SQLite's record takes for an integer ("Serial Type Codes Of The Record Format"). */
    private static int bytesOf(long number) {
        for (int bytes : new int[] {1, 2, 3, 4, 6}) {
            if (number < 1L << (bytes * Byte.SIZE - 1)) {
                return bytes;
            }
        }
        return Long.BYTES;
    }

    private static boolean contains(byte[] bytes, byte[] pattern) {
        for (int at = 0; at + pattern.length <= bytes.length; at++) {
            int same = 0;
            while (same < pattern.length && bytes[at + same] == pattern[same]) {
                same++;
            }
            if (same == pattern.length) {
                return true;
            }
        }
        return false;
    }

    private OrderFigures result(RecordedAcks acknowledgements) {
        long early = 0;
        long unknown = 0;
        List<String> differing = new ArrayList<>();
        for (RecordedAcks.Ack ack : acknowledgements.all()) {
            long durable = durableByMessage.getOrDefault(message(ack.device(), ack.sequence()), FolderChange.NEVER);
            boolean found = durable != FolderChange.NEVER;
            if (found && durable < ack.entry()) {
                continue;
            }
            early += found ? 1 : 0;
            unknown += found ? 0 : 1;
            if (differing.size() < NAMED) {
                differing.add(load.devices().get(ack.device()).id() + ", message " + ack.sequence()
                        + (found
                                ? ": acknowledged at line " + ack.entry() + ", durable at line " + durable
                                : ": acknowledged, and no fsync covers it"));
            }
        }
        return new OrderFigures(commits, acknowledgements.all().size(), early, unknown, differing);
    }
}
