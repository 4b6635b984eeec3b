package io.greenpark.access.account;

import io.greenpark.config.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords as PHC strings: Argon2id (RFC 9106), and PBKDF2 of earlier versions, which is compared with and never made. Slow
 * by design: off event loops.
 *
 * @param memoryKib how much memory a guess takes
 * @param passes how often it is gone through
 */
public record PasswordHash(int memoryKib, int passes) {
    /** The least that OWASP's password storage guide names. */
    public static final PasswordHash STANDARD = new PasswordHash(19_456, 2);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern ARGON2 =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");
    private static final Pattern PBKDF2 = Pattern.compile("\\$pbkdf2-sha256\\$i=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final int PBKDF2_ROUNDS = 600_000;
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /** A hash of its own for every call. */
    String of(String password) {
        byte[] salt = Secrets.randomBytes(SALT_BYTES);
        return prefix() + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(argon2(password, salt));
    }

    private String prefix() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=1$";
    }

    /** Whether a hash was made in another way than this. */
    boolean isOutdated(String hash) {
        return !hash.startsWith(prefix());
    }

    /** The hash of an earlier version, salt and hash in hexadecimal. */
    static String ofPbkdf2(String saltHex, String hashHex) {
        HexFormat hex = HexFormat.of();
        return "$pbkdf2-sha256$i=" + PBKDF2_ROUNDS + "$" + ENCODER.encodeToString(hex.parseHex(saltHex)) + "$"
                + ENCODER.encodeToString(hex.parseHex(hashHex));
    }

    /** Whether a password is the one that was hashed. */
    static boolean matches(String hash, String password) {
        Matcher argon2 = ARGON2.matcher(hash);
        if (argon2.matches()) {
            PasswordHash made = new PasswordHash(number(argon2, 1), number(argon2, 2));
            return MessageDigest.isEqual(bytes(argon2, 4), made.argon2(password, bytes(argon2, 3)));
        }
        Matcher pbkdf2 = PBKDF2.matcher(hash);
        if (pbkdf2.matches()) {
            return MessageDigest.isEqual(bytes(pbkdf2, 3), pbkdf2(password, bytes(pbkdf2, 2), number(pbkdf2, 1)));
        }
        throw new IllegalStateException("a password's hash is of a kind that this version does not know");
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(Matcher parts, int group) {
        return Base64.getDecoder().decode(parts.group(group));
    }

    private byte[] argon2(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static byte[] pbkdf2(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256, which every Java must have", e);
        } finally {
            spec.clearPassword();
        }
    }
}
