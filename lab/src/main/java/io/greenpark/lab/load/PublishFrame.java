package io.greenpark.lab.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A prepared PUBLISH at QoS 1 (MQTT 3.1.1, 3.3) of {@code {"ts":…,"values":{…}}}, or of an array of several; for each
 * message only packet id and digits are written anew, so its length never changes.
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
    /** One for each time of a message. */
    private final int[] timesAt;
    /** For the first time those of all keys, then for the second. */
    private final int[] valuesAt;

    private final int counters;
    private final long stepMs;

    /** A message of one time. */
    public PublishFrame(String topic, List<String> keys, int counters) {
        this(topic, keys, counters, 1, 0);
    }

    /**
     * @param counters how many of the keys, from the first on, are counters
     * @param times of how many times a message has values
     * @param stepMs how much later each further one is
     */
    public PublishFrame(String topic, List<String> keys, int counters, int times, long stepMs) {
        this.counters = counters;
        this.stepMs = stepMs;
        this.timesAt = new int[times];
        this.valuesAt = new int[times * keys.size()];
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] topicBytes = topic.getBytes(StandardCharsets.UTF_8);
        body.write(topicBytes.length >> 8);
        body.write(topicBytes.length);
        body.writeBytes(topicBytes);
        final int packetId = body.size();
        body.write(0);
        body.write(0);
        payload(body, keys);

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(PUBLISH_QOS_1);
        MqttBytes.writeLength(whole, body.size());
        int header = whole.size();
        whole.writeBytes(body.toByteArray());
        frame = whole.toByteArray();
        packetIdAt = header + packetId;
        shift(timesAt, header);
        shift(valuesAt, header);
    }

    private static void shift(int[] places, int by) {
        for (int i = 0; i < places.length; i++) {
            places[i] += by;
        }
    }

    private void payload(ByteArrayOutputStream body, List<String> keys) {
        boolean several = timesAt.length > 1;
        for (int t = 0; t < timesAt.length; t++) {
            text(body, !several ? "" : t == 0 ? "[" : ",");
            text(body, "{\"ts\":");
            timesAt[t] = body.size();
            text(body, "0".repeat(TIME_DIGITS) + ",\"values\":{");
            for (int k = 0; k < keys.size(); k++) {
                text(body, (k == 0 ? "\"" : ",\"") + keys.get(k) + "\":");
                valuesAt[t * keys.size() + k] = body.size();
                text(body, "10000.00");
            }
            text(body, "}}");
        }
        text(body, several ? "]" : "");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Bytes of each frame. */
    public int length() {
        return frame.length;
    }

    /** Value of a key in hundredths, 10000.00 to 19999.99; {@code number} counts the times of all messages. */
    static long hundredths(long number, int key, int counters) {
        return SMALLEST_VALUE * 100L + Math.floorMod(number * (key < counters ? RISE : SPREAD) + key, HUNDREDTHS);
    }

    /** Appends the frame of a message, {@code timeMs} being its first time; there must be room for it. */
    public void write(ByteBuffer out, int packetId, long sequence, long timeMs) {
        frame[packetIdAt] = (byte) (packetId >> 8);
        frame[packetIdAt + 1] = (byte) packetId;
        int keys = valuesAt.length / timesAt.length;
        for (int t = 0; t < timesAt.length; t++) {
            digits(timesAt[t] + TIME_DIGITS, TIME_DIGITS, timeMs + t * stepMs);
            for (int k = 0; k < keys; k++) {
                long value = hundredths(sequence * timesAt.length + t, k, counters);
                int end = valuesAt[t * keys + k] + VALUE_DIGITS;
                digits(end, 2, value % 100);
                digits(end - 3, 5, value / 100);
            }
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
