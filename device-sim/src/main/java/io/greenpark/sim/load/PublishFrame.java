package io.greenpark.sim.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A prepared PUBLISH at QoS 1 (MQTT 3.1.1, 3.3) of {@code {"ts":…,"values":{…}}}; for each message only packet id and
 * digits are written anew, so its length never changes.
 */
public final class PublishFrame {
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int TIME_DIGITS = 13;
    /** A value is written {@code 1dddd.dd}. */
    private static final int VALUE_DIGITS = 8;

    private static final int SMALLEST_VALUE = 10_000;
    private static final int HUNDREDTHS = 1_000_000;
    private static final int SPREAD = 7_919;
    /** What a counter rises by from one message to the next, hundredths; it wraps after 27,000 messages. */
    private static final int RISE = 37;

    private final byte[] frame;
    private final int packetIdAt;
    private final int timeAt;
    private final int[] valuesAt;
    private final int counters;

    /** @param counters how many of the keys, from the first on, are counters */
    public PublishFrame(String topic, List<String> keys, int counters) {
        this.counters = counters;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
        body.write(topicBytes.length >> 8);
        body.write(topicBytes.length);
        body.writeBytes(topicBytes);
        final int packetId = body.size();
        body.write(0);
        body.write(0);
        text(body, "{\"ts\":");
        final int time = body.size();
        text(body, "0".repeat(TIME_DIGITS) + ",\"values\":{");
        valuesAt = new int[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            text(body, (i == 0 ? "\"" : ",\"") + keys.get(i) + "\":");
            valuesAt[i] = body.size();
            text(body, "10000.00");
        }
        text(body, "}}");

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(PUBLISH_QOS_1);
        MqttBytes.writeLength(whole, body.size());
        int header = whole.size();
        whole.writeBytes(body.toByteArray());
        frame = whole.toByteArray();
        packetIdAt = header + packetId;
        timeAt = header + time;
        for (int i = 0; i < valuesAt.length; i++) {
            valuesAt[i] += header;
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Bytes of each frame. */
    public int length() {
        return frame.length;
    }

    /** Value of a key in hundredths, 10000.00 to 19999.99. */
    static long hundredths(long sequence, int key, int counters) {
        return SMALLEST_VALUE * 100L + Math.floorMod(sequence * (key < counters ? RISE : SPREAD) + key, HUNDREDTHS);
    }

    /** Appends the frame of a message; there must be room for it. */
    public void write(ByteBuffer out, int packetId, long sequence, long timeMs) {
        frame[packetIdAt] = (byte) (packetId >> 8);
        frame[packetIdAt + 1] = (byte) packetId;
        digits(timeAt + TIME_DIGITS, TIME_DIGITS, timeMs);
        for (int i = 0; i < valuesAt.length; i++) {
            long value = hundredths(sequence, i, counters);
            int end = valuesAt[i] + VALUE_DIGITS;
            digits(end, 2, value % 100);
            digits(end - 3, 5, value / 100);
        }
        out.put(frame);
    }

    private void digits(int end, int count, long number) {
        long rest = number;
        for (int i = 1; i <= count; i++) {
            frame[end - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
