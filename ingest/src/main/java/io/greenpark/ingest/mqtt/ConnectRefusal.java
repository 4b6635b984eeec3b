package io.greenpark.ingest.mqtt;

/** Why a CONNECT is refused, as CONNACK says it before MQTT 5 (3.1.1, 3.2.2.3) and since (5.0, 3.2.2.2). */
enum ConnectRefusal {
    UNSUPPORTED_VERSION(1, 0x84),
    CLIENT_ID_NOT_VALID(2, 0x85),
    BAD_CREDENTIALS(4, 0x86),
    NOT_AUTHORIZED(5, 0x87),
    BAD_AUTHENTICATION_METHOD(5, 0x8C);

    private final int returnCode;
    private final int reasonCode;

    ConnectRefusal(int returnCode, int reasonCode) {
        this.returnCode = returnCode;
        this.reasonCode = reasonCode;
    }

    /** Before MQTT 5. */
    int returnCode() {
        return returnCode;
    }

    /** In MQTT 5. */
    int reasonCode() {
        return reasonCode;
    }
}
