package io.greenpark.config.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The algorithm of the keys that {@link OwnAuthority} makes. */
public enum KeyAlgorithm {
    /** P-256: short handshakes, supported by all but very old devices. */
    EC,
    /** 3072 bits, for devices that support nothing else. */
    RSA;

    private static final int RSA_BITS = 3072;

    KeyPair make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
            if (this == EC) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make " + name() + " keys", e);
        }
    }
}
