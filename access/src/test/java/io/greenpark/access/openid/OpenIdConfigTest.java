package io.greenpark.access.openid;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenIdConfigTest {
    @TempDir
    Path dir;

    private final Problems problems = new Problems();

    private OpenIdConfig read(Map<String, String> texts) {
        Map<String, String> full = new HashMap<>();
        texts.forEach((key, value) -> full.put("signIn.openIdConnect." + key, value));
        return OpenIdConfig.from(Settings.ofTexts(full).section("signIn.openIdConnect"), problems);
    }

    @Test
    void there_is_none_where_nothing_is_said() {
        assertThat(read(Map.of())).isNull();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void everything_can_be_said() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "s3cret\n");
        OpenIdConfig config = read(Map.of(
                "issuer", "https://login.example.org/realms/district",
                "clientId", "greenpark",
                "clientSecretFile", secret.toString(),
                "userNameClaim", "email",
                "label.zh", "政务统一认证",
                "label.en", "Government sign-in"));
        assertThat(problems.list()).isEmpty();
        assertThat(config.clientSecret()).isEqualTo("s3cret");
        assertThat(config.userNameClaim()).isEqualTo("email");
        assertThat(config.label().en()).isEqualTo("Government sign-in");
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @Test
    void what_is_wrong_is_named_with_what_is_right() {
        read(Map.of("issuer", "http://login.example.org", "clientId", "x"));
        read(Map.of("issuer", "https://login.example.org"));
        read(Map.of("clientId", "x"));
        read(Map.of("issuer", "https://a.example", "clientId", "x", "clientSecretFile", "/no/such/file"));
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("openIdConnect.issuer", "\"http://login.example.org\"", "https"),
                        one -> assertThat(one).contains("openIdConnect.clientId", "is missing"),
                        one -> assertThat(one).contains("openIdConnect.issuer", "is missing"),
                        one -> assertThat(one).contains("clientSecretFile", "\"/no/such/file\" cannot be read"));
    }

    @Test
    void a_provider_of_this_machine_may_do_without_tls() {
        assertThat(read(Map.of("issuer", "http://127.0.0.1:8180/realms/x", "clientId", "x")))
                .isNotNull();
        assertThat(problems.list()).isEmpty();
    }
}
