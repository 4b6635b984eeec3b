package io.greenpark.ingest.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands at a socket that listens, before a connection costs more than its descriptor: lets in whom there is a place for,
 * and accepts nobody while there is none for whoever comes. On that socket's event loop.
 */
final class MqttAcceptGate extends ChannelInboundHandlerAdapter {
    private static final String NAME = "mqttGate";
    private static final AttributeKey<MqttVisit> VISIT = AttributeKey.valueOf(MqttAcceptGate.class, "visit");

    private final Channel listening;
    private final MqttVisitors visitors;
    /** Accepted, and not let in yet. */
    private final Map<MqttVisit, Channel> outside = new LinkedHashMap<>();
    /** Of these, those for whose sake nobody else is accepted. */
    private final Set<MqttVisit> held = new HashSet<>();

    private MqttAcceptGate(Channel listening, MqttVisitors visitors) {
        this.listening = listening;
        this.visitors = visitors;
    }

    /**
     * The visit of a connection that is in. Vert.x shows a socket that listens only by what it has accepted: the gate stands
     * from the first connection on, and the few that come in beside that one are just counted.
     */
    static MqttVisit visitOf(Channel connection, MqttVisitors visitors) {
        MqttVisit visit = connection.attr(VISIT).get();
        if (visit != null) {
            return visit;
        }
        MqttVisit ungated = at(connection.parent(), visitors).visit(connection);
        visitors.letIn(ungated);
        connection.closeFuture().addListener(closed -> visitors.left(ungated));
        return ungated;
    }

    private static MqttAcceptGate at(Channel listening, MqttVisitors visitors) {
        synchronized (visitors) {
            if (listening.pipeline().get(NAME) instanceof MqttAcceptGate gate) {
                return gate;
            }
            MqttAcceptGate gate = new MqttAcceptGate(listening, visitors);
            listening.pipeline().addFirst(NAME, gate);
            return gate;
        }
    }

    private MqttVisit visit(Channel connection) {
        SocketAddress remote = connection.remoteAddress();
        // One that has hung up already has none.
        String address =
                remote instanceof InetSocketAddress known ? known.getAddress().getHostAddress() : "?";
        return new MqttVisit(address, new Accepted(connection));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        Channel connection = (Channel) accepted;
        MqttVisit visit = visit(connection);
        connection.attr(VISIT).set(visit);
        outside.put(visit, connection);
        visitors.arrive(visit);
    }

    /** The port is closed, and with it what waited. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        List.copyOf(outside.keySet()).forEach(this::turnAway);
        ctx.fireChannelInactive();
    }

    private void letIn(MqttVisit visit) {
        Channel connection = outside.remove(visit);
        if (connection != null) {
            connection.closeFuture().addListener(closed -> visitors.left(visit));
            listening.pipeline().context(this).fireChannelRead(connection);
        }
        acceptAgain(visit);
    }

    private void turnAway(MqttVisit visit) {
        Channel connection = outside.remove(visit);
        if (connection != null) {
            connection.unsafe().closeForcibly();
            visitors.left(visit);
        }
        acceptAgain(visit);
    }

    private void acceptAgain(MqttVisit visit) {
        if (held.remove(visit) && held.isEmpty()) {
            listening.config().setAutoRead(true);
        }
    }

    private static void on(EventLoop loop, Runnable task) {
        if (!loop.isShuttingDown()) {
            loop.execute(task);
        }
    }

    private final class Accepted implements MqttVisit.Socket {
        private final Channel connection;

        Accepted(Channel connection) {
            this.connection = connection;
        }

        @Override
        public void enter(MqttVisit visit) {
            on(listening.eventLoop(), () -> letIn(visit));
        }

        /** Asked while it arrives. */
        @Override
        public void hold(MqttVisit visit) {
            held.add(visit);
            listening.config().setAutoRead(false);
        }

        @Override
        public void waits(MqttVisit visit) {
            on(listening.eventLoop(), () -> acceptAgain(visit));
        }

        @Override
        public void refuse(MqttVisit visit) {
            on(listening.eventLoop(), () -> turnAway(visit));
        }

        /** Without the farewell of TLS, for which a client could make the server wait. */
        @Override
        public void cut(MqttVisit visit) {
            on(connection.eventLoop(), () -> {
                // It may have signed in meanwhile.
                if (!visit.hasSignedIn()) {
                    connection.unsafe().close(connection.unsafe().voidPromise());
                }
            });
        }
    }
}
