package io.greenpark.ingest.mqtt.packet;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties that a client may send, and where (MQTT 5.0, 2.2.2.2). */
enum Property {
    PAYLOAD_FORMAT(0x01, "Payload Format Indicator", Kind.ZERO_OR_ONE, Place.PUBLISH, Place.WILL),
    MESSAGE_EXPIRY(0x02, "Message Expiry Interval", Kind.FOUR, Place.PUBLISH, Place.WILL),
    CONTENT_TYPE(0x03, "Content Type", Kind.TEXT, Place.PUBLISH, Place.WILL),
    RESPONSE_TOPIC(0x08, "Response Topic", Kind.TOPIC, Place.PUBLISH, Place.WILL),
    CORRELATION_DATA(0x09, "Correlation Data", Kind.BINARY, Place.PUBLISH, Place.WILL),
    SUBSCRIPTION_IDENTIFIER(0x0B, "Subscription Identifier", Kind.VARIABLE, Place.SUBSCRIBE),
    SESSION_EXPIRY(0x11, "Session Expiry Interval", Kind.FOUR, Place.CONNECT, Place.DISCONNECT),
    AUTHENTICATION_METHOD(0x15, "Authentication Method", Kind.TEXT, Place.CONNECT),
    AUTHENTICATION_DATA(0x16, "Authentication Data", Kind.BINARY, Place.CONNECT),
    REQUEST_PROBLEM_INFORMATION(0x17, "Request Problem Information", Kind.ZERO_OR_ONE, Place.CONNECT),
    WILL_DELAY(0x18, "Will Delay Interval", Kind.FOUR, Place.WILL),
    REQUEST_RESPONSE_INFORMATION(0x19, "Request Response Information", Kind.ZERO_OR_ONE, Place.CONNECT),
    REASON_STRING(0x1F, "Reason String", Kind.TEXT, Place.PUBREL, Place.DISCONNECT),
    RECEIVE_MAXIMUM(0x21, "Receive Maximum", Kind.TWO_NOT_ZERO, Place.CONNECT),
    TOPIC_ALIAS_MAXIMUM(0x22, "Topic Alias Maximum", Kind.TWO, Place.CONNECT),
    TOPIC_ALIAS(0x23, "Topic Alias", Kind.TWO, Place.PUBLISH),
    USER_PROPERTY(0x26, "User Property", Kind.PAIR, Place.values()),
    MAXIMUM_PACKET_SIZE(0x27, "Maximum Packet Size", Kind.FOUR_NOT_ZERO, Place.CONNECT);

    /** What a value looks like. */
    enum Kind {
        ZERO_OR_ONE,
        TWO,
        TWO_NOT_ZERO,
        FOUR,
        FOUR_NOT_ZERO,
        VARIABLE,
        TEXT,
        TOPIC,
        BINARY,
        PAIR
    }

    /** Where properties stand: in a packet of this type, or with a will. */
    enum Place {
        CONNECT,
        WILL,
        PUBLISH,
        PUBREL,
        SUBSCRIBE,
        UNSUBSCRIBE,
        DISCONNECT
    }

    private static final int HIGHEST = 0x2A;
    private static final @Nullable Property[] BY_ID = new Property[HIGHEST + 1];

    static {
        for (Property property : values()) {
            BY_ID[property.id] = property;
        }
    }

    private final int id;
    private final String title;
    private final Kind kind;
    private final Set<Place> places;

    Property(int id, String title, Kind kind, Place... places) {
        this.id = id;
        this.title = title;
        this.kind = kind;
        this.places = EnumSet.of(places[0], places);
    }

    /** The property of an identifier; null if no client may send it here. */
    static @Nullable Property of(int id, Place place) {
        Property property = id <= HIGHEST ? BY_ID[id] : null;
        return property != null && property.places.contains(place) ? property : null;
    }

    /** Its name in the standard. */
    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** Whether it may stand several times. */
    boolean repeats() {
        return kind == Kind.PAIR;
    }
}
