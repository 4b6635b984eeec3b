package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;

/** Flow control of one connection: pauses reading its socket and holds what was already read. On its event loop. */
final class MqttBackpressure extends Backpressure {
    private final EventLoopBatcher batcher;
    private final MqttReadGate readGate;
    private final ChannelHandlerContext ctx;
    private boolean holdsReads;
    private boolean leaving;

    private MqttBackpressure(EventLoopBatcher batcher, ChannelPipeline pipeline, String before) {
        this.batcher = batcher;
        readGate = new MqttReadGate(this::mayDecode);
        pipeline.addBefore(before, "mqttReadGate", readGate);
        ctx = pipeline.context(readGate);
    }

    /** Puts a read gate into a pipeline, before the named handler; the decoder goes behind it. */
    static MqttBackpressure install(EventLoopBatcher batcher, ChannelPipeline pipeline, String before) {
        return new MqttBackpressure(batcher, pipeline, before);
    }

    /**
     * From now on reads are held while there is no room; before, as a client must not wait for its CONNACK, they are not.
     *
     * @param sender whose connection it is
     */
    void signedIn(String sender) {
        holdsReads = true;
        batcher.signedIn(this, sender);
    }

    /** Nothing more is read; what was read already is ignored, so it needs no room. */
    void leaving() {
        holdsReads = false;
        leaving = true;
        updateAutoRead();
    }

    private boolean mayDecode(int bytes) {
        return !holdsReads || batcher.mayRead(this, bytes);
    }

    @Override
    protected void pause() {
        updateAutoRead();
    }

    @Override
    protected void resume() {
        readGate.open();
        updateAutoRead();
    }

    @Override
    protected void answered() {
        ctx.flush();
    }

    /** A client that does not fetch its acknowledgements is not read from either. */
    void updateAutoRead() {
        Channel channel = ctx.channel();
        channel.config().setAutoRead(!leaving && !isPaused() && channel.isWritable());
    }
}
