package io.greenpark.dashboards.door;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that speaks plain HTTP to the HTTPS port where to go, in place of a connection that ends without a word. A TLS
 * handshake begins with another byte than any request.
 */
final class PlainHttpAnswer {
    private static final Pattern READING =
            Pattern.compile("(?:GET|HEAD) (/[!-~]*) HTTP/1\\.[01]\r?\n.*", Pattern.DOTALL);
    private static final int LONGEST = 2_048;

    private final @Nullable String httpsUrl;

    /**
     * @param httpsUrl the address of the console, without a slash at its end; null where the port is a plain one
     */
    PlainHttpAnswer(@Nullable String httpsUrl) {
        this.httpsUrl = httpsUrl;
    }

    void addTo(ChannelPipeline connection) {
        if (httpsUrl != null) {
            connection.addLast("plainHttp", new FirstByte(httpsUrl));
        }
    }

    /** The answer to the first bytes of a client. */
    static String answer(String request, String httpsUrl) {
        Matcher reading = READING.matcher(request);
        String target = reading.matches() ? reading.group(1) : null;
        String text = "this port speaks HTTPS; use " + httpsUrl + "\n";
        return (target == null ? "HTTP/1.1 400 Bad Request\r\n" : "HTTP/1.1 308 Permanent Redirect\r\n")
                + (target == null ? "" : "Location: " + httpsUrl + target + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
                + "Connection: close\r\nContent-Length: " + text.length() + "\r\n\r\n" + text;
    }

    private static final class FirstByte extends ChannelInboundHandlerAdapter {
        private final String httpsUrl;

        FirstByte(String httpsUrl) {
            this.httpsUrl = httpsUrl;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!(message instanceof ByteBuf bytes) || !bytes.isReadable()) {
                ctx.fireChannelRead(message);
                return;
            }
            if (!Character.isUpperCase(bytes.getByte(bytes.readerIndex()))) {
                ctx.pipeline().remove(this);
                ctx.fireChannelRead(message);
                return;
            }
            int length = Math.min(bytes.readableBytes(), LONGEST);
            String request = bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1);
            ReferenceCountUtil.release(message);
            String answer = answer(request, httpsUrl);
            ctx.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
