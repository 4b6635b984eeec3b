package io.greenpark.access.openid;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of sign-in by OpenID Connect, section {@code signIn.openIdConnect}.
 *
 * @param issuer who the provider is, as it says itself
 * @param clientId what Greenpark is called there
 * @param clientSecret of {@code clientSecretFile}; null for a client that has none, which PKCE alone protects
 * @param userNameClaim by what of the token an account is found the first time; default {@code preferred_username}
 * @param label what stands on the button; by default 统一身份认证 and <i>Single sign-on</i>
 */
public record OpenIdConfig(
        URI issuer, String clientId, @Nullable String clientSecret, String userNameClaim, Bilingual label) {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Bilingual LABEL = new Bilingual("统一身份认证", "Single sign-on");

    /** Reads the section; null where no issuer is named. Faults go to {@code problems}. */
    public static @Nullable OpenIdConfig from(Settings settings, Problems problems) {
        String issuer = settings.textOrNull("issuer");
        String clientId = settings.textOrNull("clientId");
        String secret = secret(settings, problems);
        String claim = settings.text("userNameClaim", "preferred_username");
        Settings label = settings.section("label");
        Bilingual button = new Bilingual(label.text("zh", LABEL.zh()), label.text("en", LABEL.en()));
        if (issuer == null && clientId == null) {
            return null;
        }
        if (issuer == null || clientId == null) {
            String missing = issuer == null ? "issuer" : "clientId";
            problems.add(
                    settings.place(missing),
                    settings.fullKey(missing),
                    "is missing; sign-in by OpenID Connect needs both signIn.openIdConnect.issuer and"
                            + " signIn.openIdConnect.clientId");
            return null;
        }
        URI url = url(issuer);
        if (url == null) {
            problems.add(
                    settings.place("issuer"),
                    settings.fullKey("issuer"),
                    "\"" + issuer
                            + "\" is not allowed; accepted: the https URL that the provider names as its issuer, or an"
                            + " http one of this machine, e.g. https://login.example.org/realms/district");
            return null;
        }
        return new OpenIdConfig(url, clientId, secret, claim, button);
    }

    private static @Nullable String secret(Settings settings, Problems problems) {
        String file = settings.textOrNull("clientSecretFile");
        if (file == null) {
            return null;
        }
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException e) {
            // Told below.
        }
        problems.add(
                settings.place("clientSecretFile"),
                settings.fullKey("clientSecretFile"),
                "\"" + file
                        + "\" cannot be read or is empty; give a file that has the client's secret and that this process"
                        + " may read");
        return null;
    }

    /** A URL whose answers nobody on the way can change; null for others. */
    static @Nullable URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean safe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
            return safe && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "OpenID Connect client " + clientId + " of " + issuer;
    }
}
