package io.greenpark.alerts.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    @Test
    void it_is_what_the_convention_s_own_example_has() {
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_that_is_not_encoded_is_the_key_as_it_stands() {
        String plain = WebhookSignature.of("a secret of our own", "id", Instant.EPOCH, "{}");
        assertThat(plain).isNotEqualTo(WebhookSignature.of("another of our own", "id", Instant.EPOCH, "{}"));
        assertThat(plain).matches("v1,[A-Za-z0-9+/]{43}=");
    }
}
