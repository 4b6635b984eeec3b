package io.greenpark.lab.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * One connection: keeps its window full, as far as messages are due, and takes acknowledgements. A message's packet id is
 * its place in the window plus one. Belongs to the generator's thread.
 */
final class LoadConnection implements AckReader.Listener {
    /** As much as is written at a time, where the window is as large: thousands of connections have buffers of their own. */
    private static final int MOST_BUFFER_BYTES = 32 * 1024;

    /** Told about every acknowledgement. */
    @FunctionalInterface
    interface Listener {
        void acknowledged(int connection, long sequence, long nanos);
    }

    private final int index;
    private final LoadOptions options;
    private final Listener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final PublishFrame frame;
    private final ByteBuffer out;
    private final ByteBuffer in;
    /**
     * By place in the window: number of the message, and when it was sent or, with a schedule, due. A negative number is a
     * free place.
     */
    private final long[] sequences;

    private final long[] sentNanos;
    private Schedule schedule = Schedule.NONE;
    private boolean accepted;
    private int place;
    private long sent;
    private long acknowledged;
    private long readNanos;

    LoadConnection(int index, LoadOptions options, Selector selector, Listener listener) throws IOException {
        this.index = index;
        this.options = options;
        this.listener = listener;
        LoadClient client = options.clients().get(index);
        frame = new PublishFrame(client.topic(), options.keys(), options.counters(), options.times(), options.stepMs());
        out = ByteBuffer.allocateDirect(
                Math.max(2 * frame.length(), Math.min(MOST_BUFFER_BYTES, options.window() * frame.length())));
        in = ByteBuffer.allocateDirect(Math.min(MOST_BUFFER_BYTES, options.window() * AckReader.FRAME_BYTES));
        sequences = new long[options.window()];
        Arrays.fill(sequences, -1);
        sentNanos = new long[options.window()];
        channel = open(options.server(), MqttBytes.connect(client));
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    private static SocketChannel open(InetSocketAddress server, byte[] connect) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ByteBuffer bytes = ByteBuffer.wrap(connect);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** From now on messages are sent when they are due. */
    void follow(Schedule given) {
        schedule = given;
    }

    /** Whether the server has let it in. */
    boolean isAccepted() {
        return accepted;
    }

    /** Whether it is still open. */
    boolean open() {
        return channel.isOpen();
    }

    long sent() {
        return sent;
    }

    long acknowledged() {
        return acknowledged;
    }

    /**
     * Reads what has arrived.
     *
     * @throws IOException if the server ended the connection or sent what it should not
     */
    void read() throws IOException {
        int read;
        while ((read = channel.read(in)) > 0) {
            in.flip();
            readNanos = System.nanoTime();
            AckReader.read(in, this);
            in.compact();
        }
        if (read < 0) {
            throw new IOException("the server ended the connection");
        }
    }

    @Override
    public void accepted() {
        accepted = true;
    }

    @Override
    public void acknowledged(int packetId) throws IOException {
        long sequence = packetId <= sequences.length ? sequences[packetId - 1] : -1;
        if (sequence < 0) {
            throw new IOException("packet id " + packetId + " was acknowledged, which was not under way");
        }
        sequences[packetId - 1] = -1;
        acknowledged++;
        listener.acknowledged(index, sequence, readNanos - sentNanos[packetId - 1]);
    }

    /** Sends until the window or the socket is full, or so many messages were sent in all. */
    void write(long most) throws IOException {
        boolean flowing = true;
        while (flowing) {
            long now = System.nanoTime();
            boolean filled = false;
            while (mayAdd(most) && schedule.dueNanos(index, sent, now) <= now) {
                add(schedule.dueNanos(index, sent, now));
                filled = true;
            }
            out.flip();
            channel.write(out);
            boolean left = out.hasRemaining();
            out.compact();
            int interest = left ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            if (key.interestOps() != interest) {
                key.interestOps(interest);
            }
            flowing = filled && !left;
        }
    }

    private boolean mayAdd(long most) {
        return accepted
                && sent < Math.min(most, options.messagesPerClient())
                && sequences[place] < 0
                && out.remaining() >= frame.length();
    }

    private void add(long fromNanos) {
        frame.write(out, place + 1, sent, options.timeMs(sent));
        sequences[place] = sent++;
        sentNanos[place] = fromNanos;
        place = place + 1 == sequences.length ? 0 : place + 1;
    }

    /** Whether all it may send is sent and acknowledged. */
    boolean done() {
        return sent >= options.messagesPerClient() && acknowledged == sent;
    }

    /** Whether nothing it has sent is unacknowledged. */
    boolean idle() {
        return acknowledged == sent;
    }

    /** Says goodbye where that is possible; a connection that is lost already is closed like any other. */
    void close() {
        try (channel) {
            if (out.position() == 0) {
                channel.write(ByteBuffer.wrap(MqttBytes.DISCONNECT));
            }
        } catch (IOException e) {
            key.cancel();
        }
    }
}
