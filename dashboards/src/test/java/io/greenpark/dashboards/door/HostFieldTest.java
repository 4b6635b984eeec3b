package io.greenpark.dashboards.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFieldTest {
    private static final String CHARACTERS = "aZ09.-_~!$&'()*+,;=%:[]/@?#\\ é\u0000\t\"<>^`{|}";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "park.example:8443", "[::1]:8080", "127.0.0.1:0", "caf%C3%A9", "a_b"})
    void names_a_client_may_have_dialed(String text) {
        assertThat(HostField.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "loc%lhost",
                "a%",
                "a%2",
                "%zz",
                "a:65536",
                "a:",
                ":80",
                "[::1",
                "a b",
                "a/b",
                "u@a",
                "a:80:80"
            })
    void what_names_no_host(String text) {
        assertThat(HostField.parse(text)).isNull();
    }

    @Test
    void a_long_one_is_none_and_costs_nothing() {
        assertThat(HostField.parse("a".repeat(8_000))).isNull();
        assertThat(HostField.parse("%41".repeat(200))).isNotNull();
        assertThat(HostField.parse("%41".repeat(2_500))).isNull();
    }

    /** The server refuses a host that it cannot read as a fault of its own: none may get past this check. */
    @Test
    void whatever_passes_is_a_host_for_the_server_too() {
        Random random = new Random(Long.getLong("greenpark.seed", System.nanoTime()));
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "host" : "");
            for (int n = random.nextInt(8); n > 0; n--) {
                text.insert(random.nextInt(text.length() + 1), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            if (HostField.parse(text.toString()) != null) {
                assertThat(HostAndPort.parseAuthority(text.toString(), -1))
                        .as("\"%s\"", text)
                        .isNotNull();
            }
        }
    }
}
