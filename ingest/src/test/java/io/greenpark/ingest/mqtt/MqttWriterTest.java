package io.greenpark.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.ingest.intake.TestStores;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttWriterTest {
    @TempDir
    Path dir;

    private TestStores stores;
    private final Peer peer = new Peer();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private MqttWriter writer;

    /** A peer that takes what is written when it likes. */
    private static final class Peer extends ChannelOutboundHandlerAdapter {
        private boolean reads = true;
        private @Nullable ChannelPromise held;

        @Override
        public void write(ChannelHandlerContext ctx, Object packet, ChannelPromise promise) {
            ((ByteBuf) packet).release();
            if (reads) {
                promise.setSuccess();
            } else {
                held = promise;
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        stores = new TestStores(dir);
        Intake intake = Intake.create(stores.log, stores.deadLetters, IntakeConfig.DEFAULT);
        channel.freezeTime();
        channel.pipeline().addLast(peer).addLast("last", new ChannelInboundHandlerAdapter());
        writer = new MqttWriter(
                channel.pipeline().context("last"),
                MqttBackpressure.install(intake.batcher(Runnable::run), channel.pipeline(), "last"));
    }

    @AfterEach
    void close() throws Exception {
        channel.finishAndReleaseAll();
        stores.close();
    }

    @Test
    void the_last_packet_ends_the_connection_when_it_is_written() {
        writer.sendAndClose(writer.answers().pingResp());
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_peer_that_reads_late_is_waited_for() {
        peer.reads = false;
        writer.sendAndClose(writer.answers().pingResp());
        advance(MqttWriter.TIME_TO_READ.toMillis() - 1);
        assertThat(channel.isOpen()).isTrue();
        peer.held.setSuccess();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_peer_that_does_not_read_is_closed_all_the_same() {
        peer.reads = false;
        writer.sendAndClose(writer.answers().pingResp());
        advance(MqttWriter.TIME_TO_READ.toMillis());
        assertThat(channel.isOpen()).isFalse();
    }

    private void advance(long ms) {
        channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
