package io.greenpark.store.books;

import org.jspecify.annotations.Nullable;

/** A compacted day of readings is damaged, or a later version wrote it. */
final class DamagedDayException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DamagedDayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
