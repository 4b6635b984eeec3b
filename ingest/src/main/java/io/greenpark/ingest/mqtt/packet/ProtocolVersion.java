package io.greenpark.ingest.mqtt.packet;

/** The versions of MQTT that are spoken. */
public enum ProtocolVersion {
    /** MQTT 3.1, which old modems speak; read as 3.1.1, which differs in what a repeated packet may be marked with. */
    V3_1,
    V3_1_1,
    V5;

    public boolean isFive() {
        return this == V5;
    }
}
