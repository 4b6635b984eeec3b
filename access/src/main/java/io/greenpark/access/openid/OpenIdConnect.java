package io.greenpark.access.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import io.greenpark.access.openid.Provider.Metadata;
import io.greenpark.access.outside.Journey;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.OutsideProblem.Kind;
import io.greenpark.access.outside.OutsideSignIn;
import io.greenpark.access.outside.Proof;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.text.Bilingual;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The authorization code flow with PKCE, state and nonce. What the provider says of itself is asked again after an hour. */
public final class OpenIdConnect implements OutsideSignIn {
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final String EMAIL = "email";
    private static final int LONGEST_SUBJECT = 255;
    private static final ResourceRetriever RETRIEVER = new DefaultResourceRetriever(5_000, 10_000, 256 * 1024);

    /** So long a provider that did not answer is not asked again: whoever wants in would wait for it as well. */
    private static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(10);

    private final OpenIdConfig config;
    private final Provider provider;
    private final Clock clock;
    private volatile @Nullable Known known;
    private volatile @Nullable Failed failed;

    /** What is known of a provider since when. */
    private record Known(Metadata metadata, IdTokens tokens, Instant since) {}

    /** What went wrong, and until when that counts. */
    private record Failed(OutsideProblem problem, Instant until) {}

    public OpenIdConnect(OpenIdConfig config, Clock clock) {
        this.config = config;
        this.provider = new Provider(config);
        this.clock = clock;
    }

    @Override
    public Bilingual label() {
        return config.label();
    }

    @Override
    public URI leave(Journey journey, URI back) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", config.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid profile email");
        query.put("state", journey.state());
        query.put("nonce", journey.nonce());
        query.put("code_challenge", challenge(journey.verifier()));
        query.put("code_challenge_method", "S256");
        URI page = known().metadata().authorization();
        return URI.create(page + (page.getQuery() == null ? "?" : "&") + form(query));
    }

    private static String challenge(String verifier) {
        byte[] hash = Sha256.digest().digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public Proof arrive(Journey journey, URI back, String code) {
        Known now = known();
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "authorization_code");
        body.put("code", code);
        body.put("redirect_uri", back.toString());
        body.put("code_verifier", journey.verifier());
        JsonNode answer = provider.ask(request(now.metadata(), body));
        return proof(now.tokens().read(answer.path("id_token").asText(), journey.nonce()));
    }

    private HttpRequest.Builder request(Metadata metadata, Map<String, String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(metadata.token()).header("Content-Type", "application/x-www-form-urlencoded");
        String secret = config.clientSecret();
        if (secret != null && !metadata.secretInBody()) {
            String both = encoded(config.clientId()) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII)));
        } else {
            body.put("client_id", config.clientId());
            if (secret != null) {
                body.put("client_secret", secret);
            }
        }
        return request.POST(BodyPublishers.ofString(form(body)));
    }

    /** A mail address that the provider has not verified is anybody's. */
    private Proof proof(JWTClaimsSet claims) {
        try {
            String subject = claims.getSubject();
            if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
                throw new OutsideProblem(
                        Kind.REFUSED,
                        config.issuer() + ": its subject has " + subject.length() + " characters; accepted: 1.."
                                + LONGEST_SUBJECT);
            }
            String name = claims.getStringClaim(config.userNameClaim());
            String issuer = config.issuer().toString();
            if (!config.userNameClaim().equals(EMAIL)) {
                return new Proof(issuer, subject, name, null);
            }
            boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
            return new Proof(issuer, subject, null, verified ? name : null);
        } catch (ParseException e) {
            throw new OutsideProblem(
                    Kind.REFUSED,
                    config.issuer() + ": the claim \"" + config.userNameClaim() + "\" of its token is no text",
                    e);
        }
    }

    private Known known() {
        Known now = known;
        if (now == null || now.since().plus(KNOWN_FOR).isBefore(clock.instant())) {
            Metadata metadata = discover();
            now = new Known(metadata, new IdTokens(config, keys(metadata), clock), clock.instant());
            known = now;
        }
        return now;
    }

    private Metadata discover() {
        Failed before = failed;
        if (before != null && before.until().isAfter(clock.instant())) {
            throw new OutsideProblem(before.problem().kind(), before.problem().text(), before.problem());
        }
        try {
            Metadata metadata = provider.discover();
            failed = null;
            return metadata;
        } catch (OutsideProblem problem) {
            failed = new Failed(problem, clock.instant().plus(LEFT_ALONE_FOR));
            throw problem;
        }
    }

    /** Asked again for a key that is not among them, as after the provider has changed it. */
    private static JWKSource<SecurityContext> keys(Metadata metadata) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(metadata.keys().toURL(), RETRIEVER)
                    .build();
        } catch (MalformedURLException e) {
            throw new OutsideProblem(Kind.REFUSED, metadata.keys() + " is no address of keys", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
