package io.greenpark.config.secret;

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
 * A key in a file of {@code DIR/credentials} that secrets in the books are encrypted with (AES-256-GCM): who has only the books reads none of
 * them. It goes into backups with the other credentials. Any thread may call.
 */
public final class SealingKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final byte[] key;

    private SealingKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the key, and makes it where there is none.
     *
     * @param lost what follows from a new key, for whoever finds the file broken: {@code then second factors have to be reset}
     */
    public static SealingKey open(SecretFolder folder, String file, String lost) {
        String hex = folder.read(file);
        if (hex == null) {
            hex = Secrets.randomHex(KEY_BYTES);
            folder.write(file, hex + "\n");
        }
        if (!hex.strip().matches("([0-9a-f]{2}){" + KEY_BYTES + "}")) {
            throw new CredentialException(folder.path(file) + ": is not " + KEY_BYTES
                    + " bytes in hexadecimal; put the file of a backup in its place, or delete it for a new one, "
                    + lost);
        }
        return new SealingKey(HexFormat.of().parseHex(hex.strip()));
    }

    /** Encrypts what is kept for somebody; another text each time. */
    public String seal(String owner, byte[] secret) {
        byte[] nonce = Secrets.randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CIPHER + ", which every Java must have", e);
        }
    }

    /** What was encrypted for somebody; empty if it was with another key, or for another one. */
    public Optional<byte[]> open(String owner, String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A keyed hash of a text. */
    public byte[] keyed(String text) {
        return Secrets.keyed(key, text);
    }
}
