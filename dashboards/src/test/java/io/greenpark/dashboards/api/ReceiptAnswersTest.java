package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the audit log says of the address to which a link was sent. */
class ReceiptAnswersTest {
    @Test
    void of_a_phone_the_ends_alone_are_on_record_and_other_addresses_as_they_are() {
        assertThat(ReceiptAnswers.masked("sms", "+8613812341234")).isEqualTo("+86*******1234");
        assertThat(ReceiptAnswers.masked("sms", "13812341234")).isEqualTo("138****1234");
        assertThat(ReceiptAnswers.masked("mail", "zhao@lvyuan.example")).isEqualTo("zhao@lvyuan.example");
    }
}
