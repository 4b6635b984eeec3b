package io.greenpark.lab.chaos.power;

import io.greenpark.lab.ledger.LedgerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The PUBACKs among what a server sent: which message was acknowledged when. */
final class RecordedAcks {
    private static final int PUBACK = 0x40;
    private static final int FRAME_BYTES = 4;

    /** @param entry the line at which the server set out to send it */
    record Ack(int device, int sequence, long entry) {}

    private final List<Ack> acks = new ArrayList<>();

    private RecordedAcks() {}

    /**
     * @param ports the port each device sent from
     * @param messages by device, how many it sent; fewer than there are packet ids
     */
    static RecordedAcks of(Recording recording, List<Integer> ports, List<Integer> messages) throws IOException {
        RecordedAcks all = new RecordedAcks();
        Map<Integer, Integer> devices = new HashMap<>();
        for (int d = 0; d < ports.size(); d++) {
            devices.put(ports.get(d), d);
        }
        Map<Integer, ByteArrayOutputStream> rest = new HashMap<>();
        for (Recording.Sent sent : recording.sent()) {
            Integer device = devices.get(sent.peer());
            if (device != null) {
                ByteArrayOutputStream bytes = rest.computeIfAbsent(device, d -> new ByteArrayOutputStream());
                bytes.writeBytes(sent.bytes());
                all.take(bytes, device, messages.get(device), sent.entry());
            }
        }
        return all;
    }

    /** Every answer to these devices has four bytes: CONNACK and PUBACK of MQTT 3.1.1. */
    private void take(ByteArrayOutputStream bytes, int device, int messages, long entry) throws IOException {
        byte[] frames = bytes.toByteArray();
        int at = 0;
        for (; at + FRAME_BYTES <= frames.length; at += FRAME_BYTES) {
            if ((frames[at] & 0xFF) == PUBACK) {
                int packetId = (frames[at + 2] & 0xFF) << 8 | frames[at + 3] & 0xFF;
                long sequence = LedgerMessage.sequence(packetId, messages);
                if (sequence < 0) {
                    throw new IOException(
                            "device " + device + " was acknowledged packet " + packetId + ", which it had not sent");
                }
                acks.add(new Ack(device, (int) sequence, entry));
            }
        }
        bytes.reset();
        bytes.write(frames, at, frames.length - at);
    }

    List<Ack> all() {
        return acks;
    }

    /** What was acknowledged before a moment, by device. */
    List<BitSet> before(long moment, int devices) {
        List<BitSet> sets = new ArrayList<>();
        for (int d = 0; d < devices; d++) {
            sets.add(new BitSet());
        }
        acks.stream().filter(a -> a.entry() < moment).forEach(a -> sets.get(a.device())
                .set(a.sequence()));
        return sets;
    }
}
