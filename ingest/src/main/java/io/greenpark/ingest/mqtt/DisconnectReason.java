package io.greenpark.ingest.mqtt;

/** Why this listener ends a connection, beside what is wrong with a packet (MQTT 5.0, 3.14.2.1). */
enum DisconnectReason {
    SERVER_BUSY(0x89),
    KEEP_ALIVE_TIMEOUT(0x8D),
    SESSION_TAKEN_OVER(0x8E);

    private final int code;

    DisconnectReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
