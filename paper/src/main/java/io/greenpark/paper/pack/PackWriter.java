package io.greenpark.paper.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a pack file by file; nothing of a file is kept in memory. The list is as {@code sha256sum -c} reads it, so that a pack can be checked without
 * Greenpark, too. Of one thread.
 */
public final class PackWriter implements AutoCloseable {
    /** The list of all other files. */
    public static final String LIST = "SHA256SUMS";

    private final ZipOutputStream zip;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder list = new StringBuilder();
    private long bytes;

    /** @param out is closed with this */
    public PackWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Adds a file.
     *
     * @param name its path in the pack, with {@code /}; each once
     */
    public void add(String name, Content content) throws IOException {
        if (name.isEmpty() || name.startsWith("/") || name.contains("..") || name.contains("\\") || !names.add(name)) {
            throw new IllegalArgumentException("a pack has no second file, and none out of it, named \"" + name + "\"");
        }
        if (name.chars().anyMatch(Character::isISOControl) || name.equals(LIST)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a file in a pack");
        }
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = sha256();
        Counted counted = new Counted(new DigestOutputStream(new KeptOpen(zip), digest));
        content.to(counted);
        counted.flush();
        zip.closeEntry();
        bytes += counted.bytes;
        list.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Adds a short file. */
    public void add(String name, String text) throws IOException {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the list, after which nothing can be added. */
    public PackSeal seal() throws IOException {
        byte[] written = list.toString().getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(LIST));
        zip.write(written);
        zip.closeEntry();
        zip.finish();
        return new PackSeal(HexFormat.of().formatHex(sha256().digest(written)), names.size(), bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }
}
