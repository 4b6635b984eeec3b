package io.greenpark.store.books;

import io.greenpark.config.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.park.server.ContainerServer;
import io.greenpark.park.server.Images;
import io.greenpark.park.server.ServerFiles;
import io.greenpark.park.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL of its own: {@code postgres} of this machine (Debian package postgresql) or a container, on a free port
 * of 127.0.0.1, everything deleted on {@link #close}. {@link #shared} is one for the whole test run, with a database for
 * every caller; {@link #open} is one to {@link #stop} and {@link #start}.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "greenpark";
    public static final String PASSWORD = "a test's password";

    private static final int PORT = 5432;
    private static final String TEMPLATE = "greenpark_template";
    private static PostgresServer shared;

    private final Path passwordFile;
    private final int port;
    private final Server server;
    private final AtomicInteger databases = new AtomicInteger();
    private boolean templateMade;

    /** How it is run, and how it crashes. */
    private record Server(TestServer process, Runnable crash) {}

    private PostgresServer(Path folder, int port, Server server) {
        this.passwordFile = folder.resolve("password");
        this.port = port;
        this.server = server;
    }

    /** The server of this test run; ended with the virtual machine. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = open(true);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "postgres-end"));
        }
        return shared;
    }

    /** Makes and starts a fresh server and waits until it answers; {@code settings} such as {@code fsync=off}. */
    public static PostgresServer open(String... settings) {
        return open(false, settings);
    }

    private static PostgresServer open(boolean inMemory, String... settings) {
        Path folder = PostgresProgram.folder();
        ServerFiles.write(folder.resolve("password"), PASSWORD + "\n");
        int port = FreePort.take();
        PostgresServer postgres = new PostgresServer(
                folder,
                port,
                TestServer.inContainers() ? container(port, inMemory, settings) : program(folder, port, settings));
        postgres.start();
        return postgres;
    }

    private static Server program(Path folder, int port, String... settings) {
        PostgresProgram program = PostgresProgram.initialise(folder, port, USER, settings(settings));
        return new Server(program.server(), program::stopAtOnce);
    }

    private static Server container(int port, boolean inMemory, String... settings) {
        List<String> command = new ArrayList<>(List.of("postgres"));
        settings(settings).forEach(s -> command.addAll(List.of("-c", s.replaceAll(" *= *", "="))));
        ContainerServer container = new ContainerServer(Images.of("postgres"), port, PORT)
                .environment(Map.of(
                        "POSTGRES_USER", USER,
                        "POSTGRES_PASSWORD", PASSWORD,
                        "POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8"))
                .command(command);
        if (inMemory) {
            container.inMemory("/var/lib/postgresql/data");
        }
        return new Server(container, container::kill);
    }

    private static List<String> settings(String... further) {
        List<String> settings =
                new ArrayList<>(List.of("max_connections = 200", "shared_buffers = 64MB", "max_wal_size = 2GB"));
        settings.addAll(List.of(further));
        return settings;
    }

    public void start() {
        server.process().start();
        Await.until("postgres answers", this::answers);
    }

    private boolean answers() {
        if (!server.process().isRunning()) {
            throw new IllegalStateException(
                    "postgres ended by itself: " + server.process().printed());
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
        server.crash().run();
    }

    public int port() {
        return port;
    }

    /** The file that holds the password; readable by its owner and root. */
    public Path passwordFile() {
        return passwordFile;
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
        if (server.process().isRunning()) {
            stop();
        }
        server.process().close();
        ServerFiles.run("rm", "-rf", passwordFile.getParent().toString());
    }
}
