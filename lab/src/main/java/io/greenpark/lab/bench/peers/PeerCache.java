package io.greenpark.lab.bench.peers;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.folder.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Where peers are kept once they were fetched: a folder for each state of the files that pin their versions. A folder that
 * has its name is whole; it is filled under another name first.
 */
final class PeerCache {
    private static final int HASH_BYTES = 6;
    private static final int WORDS_BYTES = 4_000;

    private final Path folder;

    PeerCache(Path folder) {
        this.folder = folder;
    }

    /** Fills a new folder. */
    @FunctionalInterface
    interface Filling {
        void fill(Path into) throws IOException, InterruptedException;
    }

    /** The folder of a peer, filled if it is not there. */
    Path get(String name, List<Path> pins, Filling filling) throws IOException, InterruptedException {
        Path wanted = folder.resolve(name + "-" + hash(pins));
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Files.createDirectories(folder);
        Path made = Files.createTempDirectory(folder, name + "-unfinished-");
        try {
            filling.fill(made);
            return Files.move(made, wanted, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(made)) {
                FileTree.delete(made);
            }
        }
    }

    private static String hash(List<Path> pins) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Path pin : pins) {
            digest.update(Files.readAllBytes(pin));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    /**
     * Runs what fetches something.
     *
     * @throws IOException if it fails, in its own words
     */
    static void fetch(Path in, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed; it needs the network once: "
                    + words.substring(Math.max(0, words.length() - WORDS_BYTES)));
        }
    }
}
