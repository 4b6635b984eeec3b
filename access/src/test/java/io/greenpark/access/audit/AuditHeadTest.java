package io.greenpark.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditHeadTest {
    private static final AuditHead HEAD = new AuditHead(12_345, "0a".repeat(32));

    @Test
    void a_noted_head_is_read_as_it_was_written() {
        assertThat(AuditHead.parse(HEAD.toString())).hasValue(HEAD);
        assertThat(AuditHead.parse(" 12345:" + "0A".repeat(32) + "\n")).hasValue(HEAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "12345:", "12345:0a0a", "-1:0000", ":"})
    void what_is_no_head_is_none(String text) {
        assertThat(AuditHead.parse(text)).isEmpty();
    }
}
