package io.greenpark.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** Of RFC 4226 and RFC 6238. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final long STEP = NOW.getEpochSecond() / 30;

    /** RFC 4226, appendix D. */
    @Test
    void codes_are_those_of_the_standard_for_counters() {
        List<String> codes = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");
        for (int counter = 0; counter < codes.size(); counter++) {
            assertThat(Totp.code(SECRET, counter)).isEqualTo(codes.get(counter));
        }
    }

    /** RFC 6238, appendix B, SHA-1; of eight digits there the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard_for_times(long second, String eightDigits) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(eightDigits.substring(2));
    }

    private static OptionalLong tried(long step, long after) {
        return Totp.stepOf(SECRET, Totp.code(SECRET, step), NOW, after);
    }

    @Test
    void a_clock_may_be_one_step_off_either_way() {
        for (long drift = -1; drift <= 1; drift++) {
            assertThat(tried(STEP + drift, 0)).hasValue(STEP + drift);
        }
        assertThat(tried(STEP - 2, 0)).isEmpty();
        assertThat(tried(STEP + 2, 0)).isEmpty();
    }

    @Test
    void a_code_counts_once_and_none_of_before_counts_after_it() {
        assertThat(tried(STEP, STEP)).isEmpty();
        assertThat(tried(STEP - 1, STEP)).isEmpty();
        assertThat(tried(STEP + 1, STEP)).hasValue(STEP + 1);
    }

    @Test
    void what_is_no_code_is_wrong() {
        for (String wrong : List.of("", "050 471", "05047", "0050471", "٠٥٠٤٧١")) {
            assertThat(Totp.stepOf(SECRET, wrong, NOW, 0)).as(wrong).isEmpty();
        }
    }

    /** RFC 4648, section 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_written_in_base_32(String text, String written) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(written);
        assertThat(Base32.decode(written)).isEqualTo(bytes);
    }

    @Test
    void what_is_not_base_32_is_named() {
        assertThatThrownBy(() -> Base32.decode("MZ1W")).hasMessageContaining("'1' is not in base 32");
    }
}
