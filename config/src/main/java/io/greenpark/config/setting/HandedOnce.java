package io.greenpark.config.setting;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Something large for the first who asks for it, and then let go: nobody keeps it alive by keeping this. */
final class HandedOnce<T> {
    private final AtomicReference<@Nullable T> value;

    private HandedOnce(@Nullable T value) {
        this.value = new AtomicReference<>(value);
    }

    static <T> HandedOnce<T> of(@Nullable T value) {
        return new HandedOnce<>(value);
    }

    /** It, the first time; nothing from then on. */
    Optional<T> take() {
        return Optional.ofNullable(value.getAndSet(null));
    }
}
