package io.greenpark.park.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * The content of a document, open for reading.
 *
 * @param stream from its first byte on
 */
public record DocumentContent(StoredDocument document, InputStream stream) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        stream.close();
    }
}
