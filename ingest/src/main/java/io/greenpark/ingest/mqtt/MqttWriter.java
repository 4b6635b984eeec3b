package io.greenpark.ingest.mqtt;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;

/** What a connection says to its peer, and how it ends. On the connection's event loop. */
final class MqttWriter {
    private final ChannelHandlerContext ctx;
    private MqttVersion version = MqttVersion.V3;
    private boolean over;

    MqttWriter(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    ChannelHandlerContext ctx() {
        return ctx;
    }

    /** The version of MQTT spoken; 3.1.1 until CONNECT has said another. */
    MqttVersion version() {
        return version;
    }

    void speak(MqttVersion spoken) {
        version = spoken;
    }

    /** Whether the last word is said or the peer is gone. */
    boolean isOver() {
        return over;
    }

    /** Writes with what follows in this round; {@link #flush} sends it. */
    void write(MqttMessage message) {
        ctx.write(message, ctx.voidPromise());
    }

    void flush() {
        ctx.flush();
    }

    void send(MqttMessage message) {
        ctx.writeAndFlush(message, ctx.voidPromise());
    }

    void sendAndClose(MqttMessage message) {
        if (!over) {
            over = true;
            ctx.writeAndFlush(message).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Ends the connection; an MQTT 5 client is told why. */
    void leave(Disconnect code, String detail) {
        if (version.reasons()) {
            sendAndClose(MqttAnswers.disconnect(code, version.reason(detail, true)));
        } else {
            ctx.flush();
            close();
        }
    }

    void close() {
        over = true;
        ctx.close();
    }

    /** The peer is gone. */
    void closed() {
        over = true;
    }
}
