package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.mqtt.packet.MqttPacket.Wishes;
import io.greenpark.ingest.mqtt.packet.ProtocolVersion;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes to a connection's peer, in its version of MQTT, and ends the connection. On the connection's event loop. */
final class MqttWriter {
    /** How long a peer that does not read is waited for with the last packet. */
    static final Duration TIME_TO_READ = Duration.ofSeconds(5);

    private final ChannelHandlerContext ctx;
    private final MqttBackpressure backpressure;
    private MqttAnswers answers;
    private boolean leaving;
    private boolean over;

    MqttWriter(ChannelHandlerContext ctx, MqttBackpressure backpressure) {
        this.ctx = ctx;
        this.backpressure = backpressure;
        answers = new MqttAnswers(ctx.alloc(), ProtocolVersion.V3_1_1, Wishes.NONE);
    }

    ChannelHandlerContext ctx() {
        return ctx;
    }

    /** The answers in the peer's version of MQTT; 3.1.1 until CONNECT has said another. */
    MqttAnswers answers() {
        return answers;
    }

    void speak(ProtocolVersion version, Wishes wishes) {
        answers = new MqttAnswers(ctx.alloc(), version, wishes);
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
    void write(ByteBuf packet) {
        if (mayWrite(packet)) {
            ctx.write(packet, ctx.voidPromise());
        }
    }

    void send(ByteBuf packet) {
        if (mayWrite(packet)) {
            ctx.writeAndFlush(packet, ctx.voidPromise());
        }
    }

    /** Ends the connection once the packet is written, or not taken in time. */
    void sendAndClose(ByteBuf packet) {
        if (mayWrite(packet)) {
            markOver();
            ChannelFuture written = ctx.writeAndFlush(packet);
            if (written.isDone()) {
                ctx.close();
                return;
            }
            Future<?> overdue =
                    ctx.executor().schedule(() -> ctx.close(), TIME_TO_READ.toMillis(), TimeUnit.MILLISECONDS);
            written.addListener(done -> {
                overdue.cancel(false);
                ctx.close();
            });
        }
    }

    /** Leaves the peer, which is still sending, a while to see the packet: closing makes it forget what it has not read. */
    void sendAndClose(ByteBuf packet, Duration after) {
        send(packet);
        markOver();
        ctx.executor().schedule(() -> ctx.close(), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A peer that does not take a packet of this length cannot be answered, and is not kept (MQTT-3.1.2-24). */
    private boolean mayWrite(ByteBuf packet) {
        boolean fits = answers.fits(packet);
        if (!over && fits) {
            return true;
        }
        packet.release();
        if (!fits) {
            close();
        }
        return false;
    }

    /** Ends the connection; an MQTT 5 client is told why. */
    void disconnect(int code, String detail) {
        if (answers.withReasons()) {
            sendAndClose(answers.disconnect(code, detail));
        } else {
            ctx.flush();
            close();
        }
    }

    void disconnect(DisconnectReason reason, String detail) {
        disconnect(reason.code(), detail);
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
