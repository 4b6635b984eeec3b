package io.greenpark.lab.chaos;

import io.greenpark.lab.machine.InfluxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** What the figures of a run depend on. */
public record HostDescription(String hardware, String versions, String disk) {
    static HostDescription of(TestEnvironment environment) throws IOException, InterruptedException {
        String hardware = String.format(
                Locale.ROOT,
                "%d processors, %s %s, file system %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.getFileStore(environment.folder).type());
        String versions = "Java " + System.getProperty("java.version") + ", log in SQLite "
                + org.sqlite.SQLiteJDBCLoader.getVersion()
                + (environment.postgres == null ? ", books too" : ", books in " + environment.postgres.version())
                + (environment.influx == null ? ", without InfluxDB" : ", " + InfluxServer.version());
        return new HostDescription(hardware, versions, environment.disk.how());
    }
}
