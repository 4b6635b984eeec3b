package io.greenpark.store.books;

import io.greenpark.park.server.NativeServer;
import io.greenpark.park.server.ServerFiles;
import io.greenpark.park.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The programs of PostgreSQL on this machine. The server refuses root, so root starts it as the user postgres. */
final class PostgresProgram {
    private static final long ROOM_BYTES = 4L << 30;

    private final Path folder;
    private final TestServer server;

    private PostgresProgram(Path folder) {
        this.folder = folder;
        this.server = new NativeServer(
                asUser(List.of(binary("postgres"), "-D", data(folder).toString())), "postgresql", folder);
    }

    /** In memory where there is room: flushing stays on, as the books demand, and costs next to nothing. */
    static Path folder() {
        try {
            Path memory = Path.of("/dev/shm");
            boolean room =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM_BYTES;
            return room
                    ? Files.createTempDirectory(memory, "greenpark-postgres")
                    : Files.createTempDirectory("greenpark-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a cluster whose superuser has the password in the folder's file {@code password}; not started yet. */
    static PostgresProgram initialise(Path folder, int port, String user, List<String> settings) {
        if (isRoot()) {
            ServerFiles.run("chown", "-R", "postgres", folder.toString());
        }
        run(List.of(
                binary("initdb"),
                "--pgdata=" + data(folder),
                "--username=" + user,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        List<String> lines = new ArrayList<>(
                List.of("listen_addresses = '127.0.0.1'", "port = " + port, "unix_socket_directories = ''"));
        lines.addAll(settings);
        ServerFiles.write(data(folder).resolve("postgresql.auto.conf"), String.join("\n", lines) + "\n");
        return new PostgresProgram(folder);
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asUser(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> all = new ArrayList<>(
                List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env"));
        all.addAll(command);
        return all;
    }

    private static void run(List<String> command) {
        ServerFiles.run(asUser(command).toArray(String[]::new));
    }

    /** The newest of the installed versions. */
    private static String binary(String name) {
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> found = Files.exists(versions) ? Files.list(versions) : Stream.empty()) {
            return found.map(v -> v.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElseThrow(() -> new IllegalStateException(
                            name + " was not found in " + versions + "; install it: apt-get install postgresql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestServer server() {
        return server;
    }

    /** Without a checkpoint, as after a crash. */
    void stopAtOnce() {
        run(List.of(binary("pg_ctl"), "stop", "-D", data(folder).toString(), "-m", "immediate", "-w"));
    }
}
