package io.greenpark.ingest.mqtt;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;

/** Writes to a connection's peer, in its version of MQTT, and ends the connection. On the connection's event loop. */
final class MqttWriter {
    private final ChannelHandlerContext ctx;
    private final MqttBackpressure backpressure;
    private MqttVersion version = MqttVersion.V3;
    private boolean leaving;
    private boolean over;

    MqttWriter(ChannelHandlerContext ctx, MqttBackpressure backpressure) {
        this.ctx = ctx;
        this.backpressure = backpressure;
    }

    ChannelHandlerContext ctx() {
        return ctx;
    }

    /** The peer's version of MQTT; 3.1.1 until CONNECT has said another. */
    MqttVersion version() {
        return version;
    }

    void version(MqttVersion sent) {
        version = sent;
    }

    /** Whether the connection is about to end: nothing more of the peer is read. */
    boolean isLeaving() {
        return leaving;
    }

    /** Ignores what the peer still sends; it is told why, and the connection ends, once its dead letter is durable. */
    void startLeaving() {
        leaving = true;
        backpressure.leaving();
    }

    /** Whether the last packet is written or the peer is gone: nothing more is written. */
    boolean isOver() {
        return over;
    }

    /** Writes with what follows in this round; sent when the connection's answers are flushed. */
    void write(MqttMessage message) {
        ctx.write(message, ctx.voidPromise());
    }

    void send(MqttMessage message) {
        ctx.writeAndFlush(message, ctx.voidPromise());
    }

    void sendAndClose(MqttMessage message) {
        if (!over) {
            markOver();
            ctx.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Ends the connection; an MQTT 5 client is told why. */
    void disconnect(Disconnect code, String detail) {
        if (version.reasons()) {
            sendAndClose(MqttAnswers.disconnect(code, version.reason(detail, true)));
        } else {
            ctx.flush();
            close();
        }
    }

    void close() {
        markOver();
        ctx.close();
    }

    /** Notes that the peer is gone, or that nothing is left to write. */
    void markOver() {
        over = true;
        startLeaving();
    }
}
