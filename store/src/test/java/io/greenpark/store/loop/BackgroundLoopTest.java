package io.greenpark.store.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void a_lag_that_cannot_be_read_is_a_failure_and_never_zero() {
        long[] lag = {0};
        BackgroundLoop loop = new BackgroundLoop(
                "accounting",
                () -> false,
                () -> {
                    if (lag[0] < 0) {
                        throw new IllegalStateException("the server is away");
                    }
                    return lag[0];
                },
                Duration.ofSeconds(1),
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(loop.status()).isEqualTo(new LoopStatus("accounting", 0, null, null));
        lag[0] = -1;
        assertThat(loop.status())
                .isEqualTo(new LoopStatus(
                        "accounting", 1, NOW.toEpochMilli(), "IllegalStateException: the server is away"));
        lag[0] = 7;
        assertThat(loop.status().lag()).isEqualTo(7);
        lag[0] = -1;
        assertThat(loop.status().lag()).isEqualTo(7);
    }
}
