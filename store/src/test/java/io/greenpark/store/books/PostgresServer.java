package io.greenpark.store.books;

import io.greenpark.park.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real {@code postgres} (Debian package postgresql) of its own: a free port of 127.0.0.1, a temporary folder, everything
 * deleted on {@link #close}. {@link #shared} is one for the whole test run, with a database for every caller; {@link
 * #open} is one to {@link #stop} and {@link #start}. The server refuses root, so root starts it as the user postgres.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "greenpark";
    public static final String PASSWORD = "a test's password";

    private static final String TEMPLATE = "greenpark_template";
    private static PostgresServer shared;

    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private Process process;
    private boolean templateMade;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** The server of this test run; ended with the virtual machine. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "postgres-end"));
        }
        return shared;
    }

    /** Makes and starts a fresh server and waits until it answers; {@code settings} such as {@code fsync=off}. */
    public static PostgresServer open(String... settings) {
        try {
            Path folder = temporary();
            PostgresServer server = new PostgresServer(folder, freePort());
            server.initialise(settings);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In memory where there is room: flushing stays on, as the books demand, and costs next to nothing. */
    private static Path temporary() throws IOException {
        Path memory = Path.of("/dev/shm");
        boolean room = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > 4L << 30;
        return room
                ? Files.createTempDirectory(memory, "greenpark-postgres")
                : Files.createTempDirectory("greenpark-postgres");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void initialise(String... settings) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(asUser(List.of(
                binary("initdb"),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync")));
        List<String> lines = new ArrayList<>(List.of(
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "max_connections = 200",
                "shared_buffers = 64MB",
                "max_wal_size = 2GB"));
        lines.addAll(List.of(settings));
        Files.write(data().resolve("postgresql.auto.conf"), lines);
    }

    private Path data() {
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

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void start() {
        try {
            process = new ProcessBuilder(asUser(List.of(binary("postgres"), "-D", data().toString())))
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("postgres.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("postgres answers", this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("postgres ended by itself; see " + folder.resolve("postgres.log"));
        }
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
    }

    /** Takes the server away at once, as a crash does; what it has confirmed stays on disk. */
    public void stop() {
        run(asUser(List.of(binary("pg_ctl"), "stop", "-D", data().toString(), "-m", "immediate", "-w")));
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return port;
    }

    /** The file that holds the password; readable by its owner and root. */
    public Path passwordFile() {
        return folder.resolve("password");
    }

    /** Runs statements as the owner of everything. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh database without a table. */
    public BooksServer emptyDatabase() {
        String name = "greenpark_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return at(name);
    }

    /** A fresh database that has the tables already: a copy, which is quicker than making them. */
    public synchronized BooksServer database() {
        if (!templateMade) {
            execute("postgres", "CREATE DATABASE " + TEMPLATE);
            PostgresBooks.open(at(TEMPLATE), BooksConfig.defaults()).close();
            templateMade = true;
        }
        String name = "greenpark_" + databases.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return at(name);
    }

    /** Deletes a database that is no longer needed; tests by the hundred would fill the disk. */
    public void drop(BooksServer server) {
        execute("postgres", "DROP DATABASE IF EXISTS " + server.database() + " WITH (FORCE)");
    }

    /** The address of a database of this server. */
    public BooksServer at(String database) {
        return new BooksServer("127.0.0.1:" + port, database, Map.of(), USER, PASSWORD);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        run(List.of("rm", "-rf", folder.toString()));
    }
}
