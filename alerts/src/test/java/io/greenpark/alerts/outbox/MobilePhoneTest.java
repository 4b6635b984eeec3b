package io.greenpark.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobilePhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "138-0013-8000",
                "+86 138 0013 8000",
                "+86-138-0013-8000",
                "8613800138000",
                "008613800138000"
            })
    void a_number_has_one_form_however_it_is_written(String written) {
        assertThat(MobilePhone.of(written)).isEqualTo("+8613800138000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0579-82312345", "+86 579 8231 2345", "12345", "+86 12800138000", "1380013800", ""})
    void what_takes_no_messages_is_none(String written) {
        assertThat(MobilePhone.of(written)).isNull();
    }

    @Test
    void a_number_of_another_country_stays_its_own() {
        assertThat(MobilePhone.of("+49 151 23456789")).isEqualTo("+4915123456789");
    }
}
