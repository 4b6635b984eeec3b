package io.greenpark.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.access.outside.OutsideProblem.Kind;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/**
 * What a provider has signed of somebody: believed where the signature is by one of its keys, and issuer, audience, nonce and times are
 * those of this sign-in (OpenID Connect Core, 3.1.3.7).
 */
final class IdTokens {
    /** Of key pairs: a secret that both sides know would let whoever knows it sign for the provider. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final Set<String> NEEDED = Set.of("sub", "exp", "iat", "nonce");

    private final OpenIdConfig config;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;

    IdTokens(OpenIdConfig config, JWKSource<SecurityContext> keys, Clock clock) {
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws OutsideProblem for one that is not to be believed */
    JWTClaimsSet read(String token, String nonce) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new Claims(nonce));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            requireAuthorizedParty(claims);
            return claims;
        } catch (RemoteKeySourceException e) {
            throw new OutsideProblem(Kind.AWAY, config.issuer() + ": its keys cannot be had: " + e.getMessage(), e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new OutsideProblem(
                    Kind.REFUSED, config.issuer() + ": its token is not believed: " + e.getMessage(), e);
        }
    }

    /** One that is for several names whom it was given to. */
    private void requireAuthorizedParty(JWTClaimsSet claims) throws ParseException {
        String party = claims.getStringClaim("azp");
        boolean named = party != null || claims.getAudience().size() > 1;
        if (named && !config.clientId().equals(party)) {
            throw new OutsideProblem(
                    Kind.REFUSED, config.issuer() + ": its token was given to \"" + party + "\" and not to us");
        }
    }

    /** The times are those of the clock that is given. */
    private final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private Claims(String nonce) {
            super(
                    config.clientId(),
                    new JWTClaimsSet.Builder()
                            .issuer(config.issuer().toString())
                            .claim("nonce", nonce)
                            .build(),
                    NEEDED);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
