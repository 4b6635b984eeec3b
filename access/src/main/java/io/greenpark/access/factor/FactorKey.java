package io.greenpark.access.factor;

import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.SecretFolder;
import io.greenpark.config.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of {@code credentials/second-factor-key}: who has only the books reads no secret in them and guesses no recovery code. It goes
 * into backups with the other credentials. Any thread may call.
 */
final class FactorKey {
    private static final String FILE = "second-factor-key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final byte[] key;

    private FactorKey(byte[] key) {
        this.key = key;
    }

    /** Reads the key, and makes it where there is none. */
    static FactorKey open(SecretFolder folder) {
        String hex = folder.read(FILE);
        if (hex == null) {
            hex = Secrets.randomHex(KEY_BYTES);
            folder.write(FILE, hex + "\n");
        }
        if (!hex.strip().matches("([0-9a-f]{2}){" + KEY_BYTES + "}")) {
            throw new CredentialException(folder.path(FILE) + ": is not " + KEY_BYTES
                    + " bytes in hexadecimal; put the file of a backup in its place, or delete it for a new one, then second"
                    + " factors have to be reset");
        }
        return new FactorKey(HexFormat.of().parseHex(hex.strip()));
    }

    /** Encrypts what is kept for somebody; another text each time. */
    String seal(String userName, byte[] secret) {
        byte[] nonce = Secrets.randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, userName, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER + ", which every Java must have", e);
        }
    }

    /** What was encrypted for somebody; empty if it was with another key, or for another one. */
    Optional<byte[]> open(String userName, String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, userName, nonce);
            return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String userName, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(userName.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** What is kept of a recovery code. */
    String hash(String userName, String code) {
        return HexFormat.of().formatHex(Secrets.keyed(key, "recovery code\0" + userName + "\0" + code));
    }
}
