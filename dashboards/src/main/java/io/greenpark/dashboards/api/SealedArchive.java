package io.greenpark.dashboards.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * Files in a ZIP archive that is encrypted by AES-256 (AE-2), as 7-Zip and others open it. What the files are called can be read without the
 * passphrase, what is in them cannot. Made in memory; nothing of it is kept.
 *
 * @param passphrase of 120 random bits, in letters and digits that are not taken for each other
 */
record SealedArchive(byte[] zip, String passphrase) {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 6;
    private static final int LETTERS_IN_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Seals files by their names. */
    static SealedArchive of(Map<String, byte[]> files) {
        String passphrase = newPassphrase();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, passphrase.toCharArray())) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(file.getKey());
                parameters.setCompressionMethod(CompressionMethod.DEFLATE);
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(EncryptionMethod.AES);
                parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
                zip.putNextEntry(parameters);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return new SealedArchive(bytes.toByteArray(), passphrase);
    }

    private static String newPassphrase() {
        StringBuilder passphrase = new StringBuilder();
        for (int i = 0; i < GROUPS * LETTERS_IN_GROUP; i++) {
            if (i > 0 && i % LETTERS_IN_GROUP == 0) {
                passphrase.append('-');
            }
            passphrase.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return passphrase.toString();
    }

    /** Names its size and nothing to open it with. */
    @Override
    public String toString() {
        return "sealed archive of " + zip.length + " bytes";
    }
}
