package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.influx.Answer.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T13:01:00Z"), ZoneOffset.UTC);

    private static Answer recorded(String name) {
        Exchange exchange = Exchange.read(name);
        return Answer.of(exchange.status(), exchange.body(), exchange.headers().get("Retry-After"), CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "1.x/written, WRITTEN",
        "1.x/denied, DENIED",
        "1.x/not-permitted, DENIED",
        "1.x/no-database, NO_DATABASE",
        "1.x/field-type-conflict, LINES",
        "1.x/unable-to-parse, LINES",
        "1.x/beyond-retention, LINES",
        "1.x/series-limit, LINES",
        "1.x/too-large, TOO_LARGE",
        "1.x/disk-full, FAULT",
        "1.x/disk-full-partial, FAULT",
        "1.x/cache-full, BUSY",
        "1.x/timeout, BUSY",
        "2.x/written, WRITTEN",
        "2.x/denied, DENIED",
        "2.x/no-mapping, NO_DATABASE",
        "2.x/field-type-conflict, LINES",
        "2.x/field-type-conflict-2.0rc, LINES",
        "2.x/unable-to-parse, LINES",
        "2.x/too-many-requests, BUSY",
        "2.x/unavailable, BUSY",
        "2.x/database-required, FAULT",
        "3-core/written, WRITTEN",
        "3-core/denied, DENIED",
        "3-core/partial-write, LINES",
        "3-core/unable-to-parse, LINES",
    })
    void recorded_answers_have_their_outcome(String exchange, WriteOutcome outcome) {
        assertThat(recorded(exchange).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "1.x/field-type-conflict, FIELD_TYPE_CONFLICT",
        "1.x/unable-to-parse, UNREADABLE",
        "1.x/beyond-retention, BEYOND_RETENTION",
        "1.x/series-limit, LIMIT_EXCEEDED",
        "1.x/too-large, TOO_LARGE",
        "2.x/field-type-conflict, FIELD_TYPE_CONFLICT",
        "2.x/unable-to-parse, UNREADABLE",
        "3-core/partial-write, FIELD_TYPE_CONFLICT",
        "3-core/unable-to-parse, UNREADABLE",
    })
    void every_refusal_has_a_reason(String exchange, RefusalReason reason) {
        assertThat(recorded(exchange).reason()).isEqualTo(reason);
    }

    @Test
    void retry_after_is_read_as_seconds_and_as_a_date() {
        assertThat(recorded("2.x/too-many-requests").retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(recorded("2.x/unavailable").retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void an_unreadable_or_excessive_retry_after_is_bounded() {
        assertThat(Answer.of(503, "", "soon", CLOCK).retryAfter()).isNull();
        assertThat(Answer.of(503, "", "99999999", CLOCK).retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(Answer.of(503, "", "Thu, 26 Nov 2026 13:00:00 GMT", CLOCK).retryAfter())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void all_lines_are_to_blame_only_if_the_server_says_so() {
        Answer conflict = recorded("1.x/field-type-conflict");
        assertThat(conflict.blamesAll(1)).isTrue();
        assertThat(conflict.blamesAll(2)).isFalse();
        assertThat(recorded("3-core/partial-write").blamesAll(1)).isTrue();
        assertThat(recorded("2.x/unable-to-parse").blamesAll(1)).isFalse();
    }
}
