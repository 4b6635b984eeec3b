package io.greenpark.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.park.text.Bilingual;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tokens are believed. */
class IdTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
    private static final String ISSUER = "https://login.example.org/realms/district";

    private static RSAKey key;
    private static RSAKey other;
    private static IdTokens tokens;

    @BeforeAll
    static void open() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("one").generate();
        OpenIdConfig config = new OpenIdConfig(
                URI.create(ISSUER), "greenpark", null, "preferred_username", new Bilingual("登录", "Sign in"));
        tokens = new IdTokens(
                config, new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("7")
                .audience("greenpark")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("nonce", "n-1")
                .claim("preferred_username", "wang.fang");
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key), change.apply(claims()));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static void isRefused(String why, String token) {
        assertThatThrownBy(() -> tokens.read(token, "n-1"))
                .as(why)
                .isInstanceOfSatisfying(OutsideProblem.class, problem -> assertThat(problem.kind())
                        .isEqualTo(OutsideProblem.Kind.REFUSED))
                .hasMessageContaining(ISSUER);
    }

    @Test
    void one_of_this_sign_in_is_believed() throws Exception {
        assertThat(tokens.read(signed(c -> c), "n-1").getSubject()).isEqualTo("7");
        assertThat(tokens.read(signed(c -> c.audience(List.of("greenpark", "x")).claim("azp", "greenpark")), "n-1"))
                .isNotNull();
    }

    @Test
    void one_that_is_not_for_this_sign_in_is_not() throws Exception {
        isRefused("another nonce", signed(c -> c.claim("nonce", "n-2")));
        isRefused("no nonce", signed(c -> c.claim("nonce", null)));
        isRefused("another issuer", signed(c -> c.issuer("https://evil.example")));
        isRefused("another audience", signed(c -> c.audience("another")));
        isRefused("given to another", signed(c -> c.claim("azp", "another")));
        isRefused("for several", signed(c -> c.audience(List.of("greenpark", "another"))));
        isRefused("over", signed(c -> c.expirationTime(Date.from(NOW.minusSeconds(120)))));
        isRefused("without an end", signed(c -> c.expirationTime(null)));
        isRefused("of nobody", signed(c -> c.subject(null)));
    }

    @Test
    void what_the_provider_has_not_signed_is_not() throws Exception {
        isRefused("another key", signed(JWSAlgorithm.RS256, new RSASSASigner(other), claims()));
        isRefused("no signature", new PlainJWT(claims().build()).serialize());
        byte[] known = key.toPublicJWK().toRSAPublicKey().getEncoded();
        isRefused("a public key as a secret", signed(JWSAlgorithm.HS256, new MACSigner(known), claims()));
        String token = signed(c -> c);
        isRefused("cut", token.substring(0, token.lastIndexOf('.') + 1));
        isRefused("no token", "");
    }
}
