package io.greenpark.lab.chaos.environment;

import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.machine.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own (Debian package postgresql), to be taken away as a crash does and brought back. */
public final class Postgres implements AutoCloseable {
    private static final String USER = "greenpark";
    private static final String DATABASE = "chaos";
    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private Postgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a fresh one. PostgreSQL refuses to run as root; started by root, it runs as the user postgres, in a folder of its own that
     * this user may enter.
     */
    public static Postgres open() throws IOException, InterruptedException {
        Postgres server = new Postgres(Files.createTempDirectory("greenpark-chaos-postgres"), FreePort.take());
        server.initialise();
        server.start();
        server.createDatabase();
        return server;
    }

    private void initialise() throws IOException, InterruptedException {
        if (isRoot()) {
            Programs.run("chown", "postgres", folder.toString());
        }
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        Path settings = Files.write(
                folder.resolve("settings"),
                List.of("listen_addresses = '127.0.0.1'", "port = " + port, "unix_socket_directories = ''", ""));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(
                data().resolve("postgresql.conf"),
                "include = '" + settings + "'\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> command(String program, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env"));
        }
        command.add(binary(program));
        command.addAll(List.of(words));
        return command;
    }

    private static void run(String program, String... words) throws IOException, InterruptedException {
        Programs.run(command(program, words).toArray(String[]::new));
    }

    /** The newest of the installed versions. */
    private static String binary(String name) throws IOException {
        try (Stream<Path> found = Files.exists(VERSIONS) ? Files.list(VERSIONS) : Stream.empty()) {
            return found.map(v -> v.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .map(Path::toString)
                    .orElseThrow(() ->
                            new IOException("--books postgres needs a server; install it: apt-get install postgresql"));
        }
    }

    /** Starts it on the data it has and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command("postgres", "-D", data().toString()))
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgres.log").toFile()))
                .start();
        process = started;
        long until = System.nanoTime() + START_TIME.toNanos();
        while (!answers()) {
            if (System.nanoTime() > until || started.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("postgres did not start; see " + folder.resolve("postgres.log"));
            }
        }
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "postgres"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createDatabase() throws IOException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new IOException("postgres: " + e.getMessage(), e);
        }
    }

    /** Its version as it prints it. */
    public String version() throws IOException, InterruptedException {
        return Programs.run(binary("postgres"), "--version");
    }

    public int port() {
        return port;
    }

    /** Where the books can be read, past any proxy. */
    public String jdbcUrl() {
        return jdbcUrl(port, DATABASE);
    }

    /** The settings that keep the books here, by way of a proxy. */
    public String settings(int proxyPort) {
        return "url: \"postgres://127.0.0.1:" + proxyPort + "/" + DATABASE + "\", user: " + USER;
    }

    /** Takes it away at once, as a crash does. */
    public void stop() throws IOException, InterruptedException {
        Process former = process;
        if (former != null) {
            run("pg_ctl", "stop", "-D", data().toString(), "-m", "immediate", "-w");
            former.waitFor();
            process = null;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        Programs.run("rm", "-rf", folder.toString());
    }
}
