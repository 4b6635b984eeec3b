package io.greenpark.lab.chaos.power;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What a server did to its data folder and what it sent, from its first call to its last. */
final class Recording {
    private final String folder;
    private final Map<String, Integer> files = new HashMap<>();
    private final Map<Integer, Open> descriptors = new HashMap<>();
    private final Map<Integer, Long> lengths = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, TreeMap<Long, Long>> syncs = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private int nextFile;
    private long end;

    private Recording(Path folder) {
        this.folder = folder.toString();
    }

    /** A change of which it is not known yet when it became durable. */
    private record Pending(String syncedBy, long exit, LongFunction<FolderChange> change) {}

    /** What a file descriptor refers to. */
    private static final class Open {
        final int file;
        final boolean append;
        long position;

        Open(int file, boolean append) {
            this.file = file;
            this.append = append;
        }
    }

    /**
     * Bytes that went to a socket.
     *
     * @param peer the port of the other side
     * @param own the port of this side
     */
    record Sent(int own, int peer, byte[] bytes, long entry) {}

    /** @param folder the data folder, empty or not there when the recording began */
    static Recording read(Path trace, Path folder) throws IOException {
        Recording recording = new Recording(folder);
        recording.end = TraceReader.read(trace, recording::take);
        return recording;
    }

    /** The number of lines: a moment after everything. */
    long end() {
        return end;
    }

    List<Sent> sent() {
        return sent;
    }

    /** Everything that happened to the folder, in order. */
    List<FolderChange> changes() {
        return pending.stream()
                .map(p -> p.change.apply(durable(p)))
                .sorted(Comparator.comparingLong(FolderChange::entry))
                .toList();
    }

    private long durable(Pending p) {
        @Nullable TreeMap<Long, Long> returns = syncs.get(p.syncedBy);
        if (returns == null) {
            return FolderChange.NEVER;
        }
        // The earliest return among the calls made after the change; syncs may overtake each other.
        return returns.tailMap(p.exit, false).values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(FolderChange.NEVER);
    }

    private void take(SystemCall call) {
        if (call.result() < 0) {
            return;
        }
        switch (call.name()) {
            case "openat", "open", "creat" -> open(call);
            case "write", "writev", "sendto", "sendmsg" -> write(call);
            case "pwrite64", "pwritev" -> place(call, call.lastNumber());
            case "lseek" -> seek(call);
            case "fsync", "fdatasync" -> sync(call);
            case "ftruncate" -> resize(call, call.lastNumber());
            case "fallocate" -> allocate(call);
            case "mkdir", "mkdirat" -> name(call, path -> d -> new FolderChange.MakeFolder(path, call.entry(), d));
            case "unlink", "unlinkat", "rmdir" -> remove(call);
            case "rename", "renameat", "renameat2" -> rename(call);
            default ->
                throw new IllegalStateException("strace recorded \"" + call.name() + "\", which was not asked for");
        }
    }

    private boolean within(String path) {
        return path.startsWith(folder);
    }

    private static String text(SystemCall call, int index) {
        return new String(call.texts().get(index), StandardCharsets.UTF_8);
    }

    private void open(SystemCall call) {
        String path = text(call, 0);
        if (!within(path)) {
            return;
        }
        boolean creates = call.name().equals("creat") || call.arguments().contains("O_CREAT");
        @Nullable Integer known = files.get(path);
        if (known == null && !creates) {
            return;
        }
        int file = known == null ? nextFile++ : known;
        if (known == null) {
            files.put(path, file);
            lengths.put(file, 0L);
            pending.add(
                    new Pending(parent(path), call.exit(), d -> new FolderChange.Create(file, path, call.entry(), d)));
        } else if (call.arguments().contains("O_TRUNC")) {
            lengths.put(file, 0L);
            pending.add(new Pending(key(file), call.exit(), d -> new FolderChange.Resize(file, 0, call.entry(), d)));
        }
        descriptors.put((int) call.result(), new Open(file, call.arguments().contains("O_APPEND")));
    }

    private static String parent(String path) {
        return "folder " + path.substring(0, path.lastIndexOf('/'));
    }

    private String key(int file) {
        for (Map.Entry<String, Integer> e : files.entrySet()) {
            if (e.getValue() == file) {
                return "file " + file + " " + e.getKey();
            }
        }
        return "file " + file;
    }

    private @Nullable Open file(SystemCall call) {
        String name = Hex.path(call.descriptorName());
        return within(name) ? descriptors.get(call.descriptor()) : null;
    }

    private static byte[] data(SystemCall call) {
        List<byte[]> texts = call.texts();
        if (texts.size() == 1 && texts.get(0).length == call.result()) {
            return texts.get(0);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        texts.forEach(all::writeBytes);
        return Arrays.copyOf(all.toByteArray(), (int) call.result());
    }

    private void write(SystemCall call) {
        String name = call.descriptorName();
        if (name.startsWith("TCP")) {
            int arrow = name.indexOf("->");
            if (arrow > 0) {
                sent.add(new Sent(port(name.substring(0, arrow)), port(name), data(call), call.entry()));
            }
            return;
        }
        Open open = file(call);
        if (open != null) {
            long at = open.append ? length(open.file) : open.position;
            place(call, at);
            open.position = at + call.result();
        }
    }

    /** The number behind the last colon. */
    private static int port(String address) {
        String digits = address.substring(address.lastIndexOf(':') + 1).replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private long length(int file) {
        return lengths.getOrDefault(file, 0L);
    }

    private void place(SystemCall call, long offset) {
        Open open = file(call);
        if (open == null) {
            return;
        }
        byte[] bytes = data(call);
        lengths.merge(open.file, offset + bytes.length, Math::max);
        pending.add(new Pending(
                key(open.file), call.exit(), d -> new FolderChange.Write(open.file, offset, bytes, call.entry(), d)));
    }

    private void seek(SystemCall call) {
        Open open = file(call);
        if (open != null) {
            open.position = call.result();
        }
    }

    private void sync(SystemCall call) {
        String name = Hex.path(call.descriptorName());
        if (within(name) || within(name + "/")) {
            Open open = descriptors.get(call.descriptor());
            String what = files.containsKey(name) && open != null ? key(open.file) : "folder " + name;
            syncs.computeIfAbsent(what, w -> new TreeMap<>()).put(call.entry(), call.exit());
        }
    }

    private void resize(SystemCall call, long length) {
        Open open = file(call);
        if (open != null) {
            lengths.put(open.file, length);
            pending.add(new Pending(
                    key(open.file), call.exit(), d -> new FolderChange.Resize(open.file, length, call.entry(), d)));
        }
    }

    private void allocate(SystemCall call) {
        Open open = file(call);
        if (open != null) {
            String[] words = call.arguments().split(",");
            long until = Long.parseLong(words[2].strip()) + Long.parseLong(words[3].strip());
            if (until > length(open.file)) {
                resize(call, until);
            }
        }
    }

    private void name(SystemCall call, java.util.function.Function<String, LongFunction<FolderChange>> change) {
        String path = text(call, 0);
        if (within(path)) {
            pending.add(new Pending(parent(path), call.exit(), change.apply(path)));
        }
    }

    private void remove(SystemCall call) {
        name(call, path -> {
            files.remove(path);
            return d -> new FolderChange.Remove(path, call.entry(), d);
        });
    }

    private void rename(SystemCall call) {
        String from = text(call, 0);
        String to = text(call, 1);
        if (within(to)) {
            @Nullable Integer file = files.remove(from);
            if (file != null) {
                files.put(to, file);
            }
            pending.add(new Pending(parent(to), call.exit(), d -> new FolderChange.Rename(from, to, call.entry(), d)));
        }
    }
}
