package io.greenpark.lab.chaos.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk on which the power failed at a moment: it has everything that was durable by then. Of what was not it has each
 * sector, length and name with a probability of its own, as a cache that was being written back may have.
 */
final class DiskAfterPowerLoss {
    private static final int SECTOR = 512;

    private final long moment;
    private final double kept;
    private final Random random;
    /** By path: number of the file, or negative for a folder. */
    private final TreeMap<String, Integer> names = new TreeMap<>();

    private final Map<Integer, FileBytes> contents = new HashMap<>();

    private DiskAfterPowerLoss(long moment, double kept, Random random) {
        this.moment = moment;
        this.kept = kept;
        this.random = random;
    }

    /**
     * Writes the data folder as it is found after the power came back.
     *
     * @param kept the probability of what was not durable; 0 for a disk that keeps nothing else, 1 for one that lost nothing
     * @param to where to write it, in place of {@code folder}
     */
    static void rebuild(List<FolderChange> changes, long moment, double kept, Random random, Path folder, Path to)
            throws IOException {
        DiskAfterPowerLoss disk = new DiskAfterPowerLoss(moment, kept, random);
        for (FolderChange change : changes) {
            if (change.entry() >= moment) {
                break;
            }
            disk.take(change);
        }
        disk.write(folder, to);
    }

    private boolean keeps(FolderChange change) {
        return change.durable() < moment || kept >= 1 || kept > 0 && random.nextDouble() < kept;
    }

    private void take(FolderChange change) {
        if (change instanceof FolderChange.Write write) {
            write(write);
        } else if (keeps(change)) {
            apply(change);
        }
    }

    private void apply(FolderChange change) {
        if (change instanceof FolderChange.Resize resize) {
            content(resize.file()).resize((int) resize.length());
        } else if (change instanceof FolderChange.Create create) {
            names.put(create.path(), create.file());
        } else if (change instanceof FolderChange.MakeFolder make) {
            names.put(make.path(), -1);
        } else if (change instanceof FolderChange.Remove remove) {
            names.remove(remove.path());
        } else if (change instanceof FolderChange.Rename rename) {
            @Nullable Integer file = names.remove(rename.from());
            if (file != null) {
                names.put(rename.path(), file);
            }
        }
    }

    private FileBytes content(int file) {
        return contents.computeIfAbsent(file, f -> new FileBytes());
    }

    private void write(FolderChange.Write write) {
        byte[] bytes = write.bytes();
        if (write.durable() < moment || kept >= 1) {
            put(write.file(), write.offset(), bytes, 0, bytes.length);
        } else if (kept > 0) {
            int from = 0;
            while (from < bytes.length) {
                int toSector = SECTOR - (int) ((write.offset() + from) % SECTOR);
                int to = Math.min(bytes.length, from + toSector);
                if (random.nextDouble() < kept) {
                    put(write.file(), write.offset(), bytes, from, to);
                }
                from = to;
            }
        }
    }

    private void put(int file, long offset, byte[] bytes, int from, int to) {
        content(file).put((int) offset + from, bytes, from, to - from);
    }

    private void write(Path folder, Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, Integer> name : names.entrySet()) {
            Path path = Path.of(name.getKey());
            Path target = to.resolve(folder.relativize(path).toString());
            // What lies in a folder whose own name was lost cannot be reached.
            if (path.equals(folder) || !Files.isDirectory(target.resolveSibling("."))) {
                continue;
            }
            if (name.getValue() < 0) {
                Files.createDirectory(target);
            } else {
                Files.write(target, content(name.getValue()).toArray());
            }
        }
    }
}
