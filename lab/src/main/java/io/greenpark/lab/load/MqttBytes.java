package io.greenpark.lab.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The few bytes of MQTT 3.1.1 that are not a PUBLISH. */
public final class MqttBytes {
    static final byte[] DISCONNECT = {(byte) 0xE0, 0};

    private static final int CONNECT = 0x10;
    private static final int PROTOCOL_LEVEL = 4;
    private static final int CLEAN_SESSION = 0x02;
    private static final int HAS_PASSWORD = 0x40;
    private static final int HAS_USER_NAME = 0x80;

    private MqttBytes() {}

    /** A CONNECT (3.1) with a clean session and no keep-alive. */
    public static byte[] connect(LoadClient client) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        string(body, "MQTT");
        body.write(PROTOCOL_LEVEL);
        body.write(CLEAN_SESSION
                | (client.userName() == null ? 0 : HAS_USER_NAME)
                | (client.password() == null ? 0 : HAS_PASSWORD));
        body.write(0);
        body.write(0);
        string(body, client.clientId());
        optional(body, client.userName());
        optional(body, client.password());
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(CONNECT);
        writeLength(frame, body.size());
        frame.writeBytes(body.toByteArray());
        return frame.toByteArray();
    }

    private static void optional(ByteArrayOutputStream out, @Nullable String text) {
        if (text != null) {
            string(out, text);
        }
    }

    private static void string(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    /** The remaining length (2.2.3): seven bits per byte, low ones first. */
    public static void writeLength(ByteArrayOutputStream out, int length) {
        int rest = length;
        do {
            int low = rest & 0x7F;
            rest >>= 7;
            out.write(rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
    }
}
