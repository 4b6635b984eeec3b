package io.greenpark.dashboards.door;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Looks at the bytes of every request's head before they are parsed, for what parsers mend without a word (RFC 9112, sections 5.2
 * and 6.1). It keeps a line at a time, and counts bodies by their {@code Content-Length}; after a request with
 * {@code Transfer-Encoding} or with a fault it looks no further, since the connection ends with that one.
 */
final class HeadCheck extends ChannelInboundHandlerAdapter {
    private static final int LONGEST_LINE_KEPT = 128;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final ConnectionGate gate;
    private final GuardedConnection connection;
    private final StringBuilder line = new StringBuilder();
    private boolean lineOpen;
    private boolean lineCut;
    private int lines;
    private boolean folded;
    private boolean encoded;
    private boolean sized;
    private boolean unclear;
    private long contentLength;
    private long bodyBytes;
    private boolean over;

    HeadCheck(ConnectionGate gate, GuardedConnection connection) {
        this.gate = gate;
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof ByteBuf bytes && !over) {
            look(bytes);
        }
        ctx.fireChannelRead(message);
    }

    private void look(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex() && !over) {
            if (bodyBytes > 0) {
                long skipped = Math.min(bodyBytes, bytes.writerIndex() - at);
                bodyBytes -= skipped;
                at += (int) skipped;
            } else {
                take((char) (bytes.getByte(at) & 0xFF));
                at++;
            }
        }
    }

    private void take(char c) {
        if (c == '\n') {
            endLine();
            return;
        }
        // Before a request the parser passes over white space; a line of it would be taken for a head of its own here.
        boolean beforeRequest = lines == 0 && !lineOpen;
        if (c == '\r' || beforeRequest && (Character.isISOControl(c) || c == ' ')) {
            return;
        }
        if (!lineOpen) {
            begin(c);
        }
        lineCut |= line.length() == LONGEST_LINE_KEPT;
        if (!lineCut) {
            line.append(c);
        }
    }

    private void begin(char first) {
        lineOpen = true;
        if (lines == 0) {
            gate.headBegun(connection);
        }
        folded |= lines > 0 && (first == ' ' || first == '\t');
    }

    private void endLine() {
        if (lineOpen) {
            note(line.toString());
            lines++;
        } else if (lines > 0) {
            endHead();
        }
        line.setLength(0);
        lineOpen = false;
        lineCut = false;
    }

    private void note(String field) {
        int colon = field.indexOf(':');
        if (lines == 0 || colon < 0) {
            return;
        }
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (name.equals("transfer-encoding")) {
            encoded = true;
        } else if (name.equals("content-length")) {
            String value = field.substring(colon + 1).strip();
            unclear |= sized || lineCut || !LENGTH.matcher(value).matches();
            sized = true;
            contentLength = unclear ? 0 : Long.parseLong(value);
        }
    }

    private void endHead() {
        HeadFault verdict = gate.judged(connection, fault());
        over = encoded || verdict != HeadFault.NONE;
        bodyBytes = contentLength;
        contentLength = 0;
        lines = 0;
        folded = false;
        sized = false;
    }

    private HeadFault fault() {
        if (folded) {
            return HeadFault.FOLDED_LINE;
        }
        if (encoded && sized) {
            return HeadFault.TWO_LENGTHS;
        }
        return unclear ? HeadFault.UNCLEAR_LENGTH : HeadFault.NONE;
    }
}
