package io.greenpark.ingest.mqtt.packet;

/** What a client may ask for, whatever the settings say. */
public final class PacketLimits {
    /** How many topics a client may give a number; a gateway names its devices in the payload and needs few. */
    public static final int TOPIC_ALIAS_MAXIMUM = 16;

    /** The largest CONNECT: room for long tokens and a will, little for strangers. */
    public static final int LARGEST_CONNECT = 16 << 10;

    private PacketLimits() {}
}
