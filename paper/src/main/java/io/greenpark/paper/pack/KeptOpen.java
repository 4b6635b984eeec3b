package io.greenpark.paper.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that whoever writes to it may close, and that goes on all the same: closing hands over what was written. */
public final class KeptOpen extends FilterOutputStream {
    public KeptOpen(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
