package io.greenpark.deploy.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.influx.InfluxServer;
import io.greenpark.ingest.broker.MosquittoServer;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers of tests as {@code ./greenpark test --containers} gives them: taken away and brought back they are the same. */
class ServersInContainersIT {
    private static final String SERVERS = "greenpark.servers";

    private static String before;

    @TempDir
    Path folder;

    @BeforeAll
    static void containers() throws Exception {
        Engine.socketGiven();
        Engine.ready(Path.of(System.getProperty("greenpark.checkout", "..")).toAbsolutePath());
        before = System.setProperty(SERVERS, "containers");
    }

    @AfterAll
    static void asBefore() {
        if (before == null) {
            System.clearProperty(SERVERS);
        } else {
            System.setProperty(SERVERS, before);
        }
    }

    @Test
    void an_influxdb_keeps_its_databases_over_an_outage() {
        try (InfluxServer influx = InfluxServer.open("auth-enabled = false")) {
            influx.execute("CREATE DATABASE kept");
            influx.stop();
            influx.start();
            assertThat(influx.rows("kept", "SHOW DATABASES").toString()).contains("kept");
        }
    }

    @Test
    void a_postgresql_keeps_what_it_confirmed_over_a_crash() {
        try (PostgresServer postgres = PostgresServer.open()) {
            BooksServer books = postgres.emptyDatabase();
            postgres.execute(books.database(), "CREATE TABLE kept (id integer)");
            postgres.stop();
            postgres.start();
            postgres.execute(books.database(), "INSERT INTO kept VALUES (1)");
        }
    }

    @Test
    void a_mosquitto_comes_back_on_its_port() throws Exception {
        try (MosquittoServer mosquitto = new MosquittoServer(folder)) {
            mosquitto.stop();
            mosquitto.start();
        }
    }
}
