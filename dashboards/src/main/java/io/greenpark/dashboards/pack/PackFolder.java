package io.greenpark.dashboards.pack;

import io.greenpark.config.folder.DurableFolder;
import io.greenpark.paper.pack.KeptOpen;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of packs: {@code ID.zip} with {@code ID.json} beside it, readable by the platform's user only. */
final class PackFolder {
    private static final String PACK = ".zip";
    private static final String RECORD = ".json";

    /** Ending of what is being written. */
    private static final String UNFINISHED = ".new";

    private final Path folder;

    private PackFolder(Path folder) {
        this.folder = folder;
    }

    static PackFolder in(Path data) throws IOException {
        Path folder = data.resolve("packs");
        DurableFolder.make(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return new PackFolder(folder);
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    Path pack(String id) {
        return folder.resolve(id + PACK);
    }

    /** Writes a pack, which is there under its name only once all of it is on the disk. */
    void write(String id, Writing writing) throws IOException {
        durably(pack(id), writing);
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    void note(Pack pack) throws IOException {
        durably(
                folder.resolve(pack.id() + RECORD),
                out -> out.write(PackRecord.write(pack).encodePrettily().getBytes(StandardCharsets.UTF_8)));
    }

    private void durably(Path file, Writing writing) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean written = false;
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            writing.to(new KeptOpen(Channels.newOutputStream(channel)));
            channel.force(true);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(next);
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFolder.sync(folder);
    }

    /** All that are on record; what a crash left half written is removed. */
    List<Pack> read() throws IOException {
        List<Pack> packs = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith(UNFINISHED)) {
                Files.delete(file);
            } else if (file.toString().endsWith(RECORD)) {
                packs.add(PackRecord.read(new JsonObject(Files.readString(file))));
            }
        }
        return packs;
    }

    void removePack(String id) throws IOException {
        Files.deleteIfExists(pack(id));
    }

    void remove(String id) throws IOException {
        removePack(id);
        Files.deleteIfExists(folder.resolve(id + RECORD));
    }
}
