package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** Ends the reading of a packet that breaks the standard; goes no farther than {@link PacketDecoder}. */
final class BrokenPacketException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PacketFault fault;
    private final @Nullable ProtocolVersion version;
    private final transient Wishes wishes;

    private BrokenPacketException(PacketFault fault, @Nullable ProtocolVersion version, Wishes wishes) {
        // Without a stack trace: strangers may cause it, and it says all in its fault.
        super(fault.detail().en(), null, false, false);
        this.fault = fault;
        this.version = version;
        this.wishes = wishes;
    }

    static BrokenPacketException of(PacketFault fault) {
        return new BrokenPacketException(fault, null, Wishes.UNKNOWN);
    }

    static BrokenPacketException malformed(Bilingual detail) {
        return of(PacketFault.malformed(detail));
    }

    static BrokenPacketException protocolError(Bilingual detail) {
        return of(PacketFault.protocolError(detail));
    }

    /** The same, once it is known what the client speaks and takes. */
    BrokenPacketException in(ProtocolVersion spoken, Wishes asked) {
        return new BrokenPacketException(fault, spoken, asked);
    }

    PacketFault fault() {
        return fault;
    }

    /** What the client speaks, if the packet was the one that says so. */
    @Nullable
    ProtocolVersion version() {
        return version;
    }

    Wishes wishes() {
        return wishes;
    }
}
