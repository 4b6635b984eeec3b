package io.greenpark.park.document;

import org.jspecify.annotations.Nullable;

/**
 * What a file is, found by its content.
 *
 * @param charset the character set of a text, {@code UTF-8} or {@code GB18030}; null for what is no text
 */
public record FileType(FileKind kind, @Nullable String charset) {
    /** Of a file that is no text. */
    public static FileType of(FileKind kind) {
        return new FileType(kind, null);
    }

    /** As a browser is told it. */
    public String mediaType() {
        return charset == null ? kind.mediaType() : kind.mediaType() + "; charset=" + charset;
    }
}
