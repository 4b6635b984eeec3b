package io.greenpark.dashboards.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Looks at the room on the disk again and again while a file grows, since others write to it meanwhile. Used by one thread. */
final class RoomWatch extends FilterOutputStream {
    /** So many bytes are written from one look to the next. */
    static final long EVERY = 16L << 20;

    private final Room room;
    private long left = EVERY;

    /** Whether there is room. */
    @FunctionalInterface
    interface Room {
        /** Fails where there is too little. */
        void require() throws IOException;
    }

    RoomWatch(OutputStream out, Room room) {
        super(out);
        this.room = room;
    }

    @Override
    public void write(int one) throws IOException {
        look(1);
        out.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        look(length);
        out.write(some, from, length);
    }

    private void look(int length) throws IOException {
        left -= length;
        if (left <= 0) {
            room.require();
            left = EVERY;
        }
    }
}
