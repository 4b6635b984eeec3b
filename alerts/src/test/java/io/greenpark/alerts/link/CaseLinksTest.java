package io.greenpark.alerts.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:10:00Z");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final MovableClock clock = new MovableClock(NOW);
    private final CaseLinks links = new CaseLinks(new byte[] {1, 2, 3}, Duration.ofDays(7), clock);
    private final String ref = links.ref("9f7e21be781d", "sms", "13800138000");

    @Test
    void one_says_whose_it_is_in_letters_and_digits_that_fit_into_a_variable_of_an_sms() {
        String token = links.write(ref, NOW);
        assertThat(token).matches("[0-9A-Za-z]{26}").hasSizeLessThanOrEqualTo(35);
        assertThat(links.read(token)).isEqualTo(ref);
    }

    @Test
    void every_case_channel_and_recipient_has_its_own() {
        Set<String> refs = new HashSet<>(Set.of(
                ref,
                links.ref("9f7e21be781e", "sms", "13800138000"),
                links.ref("9f7e21be781d", "mail", "13800138000"),
                links.ref("9f7e21be781d", "sms", "13800138001")));
        assertThat(refs).hasSize(4);
        assertThat(new CaseLinks(new byte[] {1, 2, 4}, Duration.ofDays(7), clock)
                        .ref("9f7e21be781d", "sms", "13800138000"))
                .as("of another installation")
                .isNotEqualTo(ref);
    }

    @Test
    void with_any_character_changed_it_is_none() {
        String token = links.write(ref, NOW);
        for (int i = 0; i < token.length(); i++) {
            for (char digit : DIGITS.toCharArray()) {
                if (digit != token.charAt(i)) {
                    assertThat(links.read(token.substring(0, i) + digit + token.substring(i + 1)))
                            .isNull();
                }
            }
        }
    }

    @Test
    void what_is_no_link_at_all_is_none() {
        for (String none : new String[] {"", "x", "-".repeat(26), "z".repeat(26), "0".repeat(26), "1".repeat(10_000)}) {
            assertThat(links.read(none)).isNull();
        }
    }

    @Test
    void it_can_be_used_until_its_end_and_never_longer() {
        String token = links.write(ref, NOW);
        clock.set(NOW.plus(Duration.ofDays(7)));
        assertThat(links.read(token)).isEqualTo(ref);
        clock.set(NOW.plus(Duration.ofDays(7)).plus(Duration.ofHours(1)));
        assertThat(links.read(token)).isNull();
    }

    @Test
    void a_page_presses_only_its_own_link_and_only_for_half_a_day() {
        String token = links.write(ref, NOW);
        String other = links.write(links.ref("9f7e21be781e", "sms", "13800138000"), NOW);
        String press = links.press(token);
        assertThat(links.isPress(token, press)).isTrue();
        assertThat(links.isPress(other, press)).isFalse();
        for (String none : new String[] {"", ".", "1.", press + "0", "9" + press, "9".repeat(90)}) {
            assertThat(links.isPress(token, none)).as(none).isFalse();
        }
        clock.set(NOW.plus(Duration.ofHours(12)));
        assertThat(links.isPress(token, press)).isFalse();
    }

    @Test
    void another_installation_reads_none_of_them() {
        CaseLinks other = new CaseLinks(new byte[] {9}, Duration.ofDays(7), clock);
        assertThat(other.read(links.write(ref, NOW))).isNull();
    }
}
