package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static Proxies proxies(String header) {
        Problems problems = new Problems();
        Proxies proxies = Proxies.from(
                Settings.ofTexts(Map.of("proxies", "10.0.0.5, 10.1.0.0/16, 2001:db8::/32", "proxyHeader", header)),
                problems);
        assertThat(problems.isEmpty()).isTrue();
        return proxies;
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(AddressRange.address(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    192.0.2.7   | 198.51.100.1              | 192.0.2.7
                    10.0.0.5    | 198.51.100.1              | 198.51.100.1
                    10.0.0.5    | 203.0.113.9, 198.51.100.1 | 198.51.100.1
                    10.0.0.5    | 198.51.100.1, 10.1.2.3    | 198.51.100.1
                    10.0.0.5    | 10.1.2.3                  | 10.1.2.3
                    10.0.0.5    | unknown                   | 10.0.0.5
                    10.0.0.5    | 198.51.100.1, nonsense    | 10.0.0.5
                    10.0.0.5    | example.org               | 10.0.0.5
                    10.0.0.5    | 198.51.100.1:4711         | 198.51.100.1
                    10.0.0.5    | [2001:db9::1]:4711        | 2001:db9:0:0:0:0:0:1
                    10.0.0.5    | 2001:db9::1               | 2001:db9:0:0:0:0:0:1
                    2001:db8::5 | 198.51.100.1              | 198.51.100.1
                    10.0.0.5    | ''                        | 10.0.0.5
                    """)
    void a_named_proxy_says_for_whom_it_asks_and_nobody_else(String peer, String header, String client) {
        assertThat(proxies("x-forwarded-for")
                        .client(address(peer), List.of(header))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    for=198.51.100.1                                   | 198.51.100.1
                    For="198.51.100.1:4711";proto=https;by=10.0.0.5    | 198.51.100.1
                    proto=https; for="[2001:db9::1]:4711"              | 2001:db9:0:0:0:0:0:1
                    for=203.0.113.9, for=198.51.100.1                  | 198.51.100.1
                    for=_hidden                                        | 10.0.0.5
                    for=unknown                                        | 10.0.0.5
                    proto=https                                        | 10.0.0.5
                    xfor=198.51.100.1                                  | 10.0.0.5
                    """)
    void rfc_7239_is_read_where_the_proxies_write_it(String header, String client) {
        assertThat(proxies("forwarded")
                        .client(address("10.0.0.5"), List.of(header))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0", "::1/129", "10.0.0.5/", "300.1.1.1", "/8"})
    void what_is_no_address_is_a_fault(String text) {
        Problems problems = new Problems();
        Proxies.from(Settings.ofTexts(Map.of("proxies", text)), problems);
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().get(0).toString()).contains("\"" + text + "\"", "10.0.0.0/24");
    }
}
