package io.greenpark.dashboards.door;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final Pattern HOST = Pattern.compile("(?imd)^Host:[ \t]*([!-~]+)[ \t]*\r?$");
    private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");
    private static final int LONGEST = 2_048;
    private static final int HTTP_PORT = 80;

    private final boolean tls;
    private final @Nullable String publicUrl;

    /**
     * @param tls whether the port speaks TLS
     * @param publicUrl the address of the console where it is stated, without a slash at its end; null for the one that was dialed
     */
    PlainHttpAnswer(boolean tls, @Nullable String publicUrl) {
        this.tls = tls;
        this.publicUrl = publicUrl;
    }

    void addTo(ChannelPipeline connection) {
        if (tls) {
            connection.addLast("plainHttp", new FirstByte(publicUrl));
        }
    }

    /** The answer to the first bytes of a client. */
    static String answer(String request, @Nullable String publicUrl) {
        String httpsUrl = publicUrl == null ? dialed(request) : publicUrl;
        Matcher reading = READING.matcher(request);
        String target = httpsUrl != null && reading.matches() ? reading.group(1) : null;
        String text =
                "this port speaks HTTPS; use " + (httpsUrl == null ? "https:// in place of http://" : httpsUrl) + "\n";
        return (target == null ? "HTTP/1.1 400 Bad Request\r\n" : "HTTP/1.1 308 Permanent Redirect\r\n")
                + (target == null ? "" : "Location: " + httpsUrl + target + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
                + "Connection: close\r\nContent-Length: " + text.length() + "\r\n\r\n" + text;
    }

    /** The same host and port by HTTPS, as the request names it; null if it does not, or not clearly. */
    private static @Nullable String dialed(String request) {
        String head = HEAD_END.split(request, 2)[0];
        List<String> hosts =
                HOST.matcher(head).results().map(found -> found.group(1)).toList();
        HostField host = hosts.size() == 1 ? HostField.parse(hosts.get(0)) : null;
        if (host == null) {
            return null;
        }
        int port = host.port() == null ? HTTP_PORT : host.port();
        return "https://" + host.name() + ":" + port;
    }

    private static final class FirstByte extends ChannelInboundHandlerAdapter {
        private final @Nullable String publicUrl;

        FirstByte(@Nullable String publicUrl) {
            this.publicUrl = publicUrl;
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
            String answer = answer(request, publicUrl);
            ctx.writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
