package io.greenpark.config.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void text_and_its_bytes_have_the_digest_of_the_standard() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(ABC);
        assertThat(Sha256.hex("abc", 6)).isEqualTo("ba7816bf8f01");
    }

    @Test
    void text_is_digested_as_utf_8() {
        assertThat(Sha256.hex("金东区")).isEqualTo(Sha256.hex("金东区".getBytes(StandardCharsets.UTF_8)));
    }
}
