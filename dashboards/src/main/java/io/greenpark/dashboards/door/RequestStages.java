package io.greenpark.dashboards.door;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells the gate where the requests of a connection stand, from the parsed messages that pass. */
final class RequestStages extends ChannelDuplexHandler {
    private final ConnectionGate gate;
    private final GuardedConnection connection;

    RequestStages(ConnectionGate gate, GuardedConnection connection) {
        this.gate = gate;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            refuseOtherProtocols(request);
            gate.moved(connection, GuardedConnection::requestBegun);
        }
        if (message instanceof LastHttpContent) {
            gate.moved(connection, GuardedConnection::requestEnded);
        }
        ctx.fireChannelRead(message);
    }

    /** Otherwise Vert.x would answer by itself, as of a fault of the server, and without a body. */
    private static void refuseOtherProtocols(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (request.decoderResult().isSuccess()
                && !version.equals(HttpVersion.HTTP_1_1)
                && !version.equals(HttpVersion.HTTP_1_0)) {
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("protocol " + version)));
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ChannelPromise done = promise;
        if (message instanceof LastHttpContent && !isInterim(message)) {
            gate.moved(connection, GuardedConnection::answerWritten);
            done = promise.unvoid();
            done.addListener(written -> gate.moved(connection, GuardedConnection::answerTaken));
        }
        ctx.write(message, done);
    }

    /** {@code 100 Continue} is no answer yet. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
