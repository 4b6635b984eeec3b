package io.greenpark.dashboards.door;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.transport.Transport;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Java's own sockets, with the gate at every socket that listens: Vert.x itself sees a connection only after it was taken
 * in, and its TLS handshake done.
 */
public final class GatedTransport implements Transport {
    private final io.vertx.core.spi.transport.Transport implementation;

    private GatedTransport(ConnectionGate gate, Clock clock, PlainHttpAnswer plainAnswer) {
        this.implementation = new NioTransport() {
            @Override
            public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
                return () -> listening(gate, clock, plainAnswer);
            }
        };
    }

    private static ServerChannel listening(ConnectionGate gate, Clock clock, PlainHttpAnswer plainAnswer) {
        NioServerSocketChannel channel = new NioServerSocketChannel();
        channel.pipeline().addLast("gate", new AcceptHandler(gate, clock, plainAnswer));
        return channel;
    }

    /**
     * Event loops for the HTTP port alone.
     *
     * @param tls whether the port speaks TLS
     * @param publicUrl where a client that speaks plain HTTP to it is sent; null for the address that it dialed
     */
    public static Vertx vertx(ConnectionGate gate, Clock clock, boolean tls, @Nullable String publicUrl) {
        return Vertx.builder()
                .with(new VertxOptions().setEventLoopPoolSize(1))
                .withTransport(new GatedTransport(gate, clock, new PlainHttpAnswer(tls, publicUrl)))
                .build();
    }

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return null;
    }

    @Override
    public io.vertx.core.spi.transport.Transport implementation() {
        return implementation;
    }
}
