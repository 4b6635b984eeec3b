package io.greenpark.lab.ledger;

import io.greenpark.lab.load.MqttBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The PUBLISH at QoS 1 (MQTT 3.1.1, 3.3) of a message. Its packet id follows from its number, so that a repetition has the
 * id of the first sending.
 */
public final class LedgerMessage {
    private static final int PUBLISH_QOS_1 = 0x32;
    /** Packet ids are 1 to this. */
    private static final int PACKET_IDS = 65_535;

    private LedgerMessage() {}

    /** The packet id of a message. */
    public static int packetId(long sequence) {
        return (int) (sequence % PACKET_IDS) + 1;
    }

    /** The newest message before {@code end} with a packet id; negative if there is none. */
    public static long sequence(int packetId, long end) {
        return end - 1 - Math.floorMod(end - packetId, (long) PACKET_IDS);
    }

    static byte[] frame(LedgerLoad load, int device, long sequence) {
        LedgerLoad.LedgerDevice sending = load.devices().get(device);
        byte[] topic = ("greenpark/" + sending.id() + "/telemetry").getBytes(StandardCharsets.US_ASCII);
        byte[] payload = payload(load, device, sequence).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(PUBLISH_QOS_1);
        MqttBytes.writeLength(frame, topic.length + payload.length + 4);
        frame.write(topic.length >> 8);
        frame.write(topic.length);
        frame.writeBytes(topic);
        frame.write(packetId(sequence) >> 8);
        frame.write(packetId(sequence));
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static String payload(LedgerLoad load, int device, long sequence) {
        LedgerLoad.LedgerDevice sending = load.devices().get(device);
        StringBuilder json =
                new StringBuilder("{\"ts\":").append(sending.timeMs(sequence)).append(",\"values\":{");
        List<LedgerLoad.LedgerPoint> keys = sending.keys();
        for (int k = 0; k < keys.size(); k++) {
            long hundredths = load.hundredths(device, k, sequence);
            json.append(k == 0 ? "\"" : ",\"")
                    .append(keys.get(k).name())
                    .append("\":")
                    .append(hundredths / 100)
                    .append('.')
                    .append(hundredths / 10 % 10)
                    .append(hundredths % 10);
        }
        return json.append("}}").toString();
    }
}
