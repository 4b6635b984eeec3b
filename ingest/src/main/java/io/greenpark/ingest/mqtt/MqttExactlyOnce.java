package io.greenpark.ingest.mqtt;

import java.util.BitSet;

/**
 * The packet ids of one connection's QoS 2 messages, from their arrival to their PUBREL (MQTT 5.0, 4.3.3, method of the
 * receiver): a message that comes again in between is the same one. Nothing is kept beyond the connection; then a message
 * may come twice, and its readings replace themselves.
 */
final class MqttExactlyOnce {
    private final BitSet held = new BitSet();
    private final BitSet released = new BitSet();
    private final BitSet waiting = new BitSet();

    /** A message has come; false if it is under way already or was recorded. */
    boolean arrived(int packetId) {
        if (held.get(packetId)) {
            return false;
        }
        held.set(packetId);
        waiting.set(packetId);
        return true;
    }

    /** The message is durable and acknowledged by PUBREC; true if its PUBREL has come already. */
    boolean recorded(int packetId) {
        waiting.clear(packetId);
        boolean complete = released.get(packetId);
        if (complete) {
            forget(packetId);
        }
        return complete;
    }

    /** Whether a message of this id waits for its PUBREL. */
    boolean holds(int packetId) {
        return held.get(packetId);
    }

    /** PUBREL has come; true if it can be answered now, and false if that comes with PUBREC. */
    boolean release(int packetId) {
        if (waiting.get(packetId)) {
            released.set(packetId);
            return false;
        }
        forget(packetId);
        return true;
    }

    /** The id is free: the exchange is over, or the message was refused, which ends it too. */
    void forget(int packetId) {
        held.clear(packetId);
        released.clear(packetId);
        waiting.clear(packetId);
    }
}
