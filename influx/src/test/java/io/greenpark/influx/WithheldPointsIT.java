package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.store.books.BooksFixture;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an earlier version wrote is found and removed in a real InfluxDB. */
class WithheldPointsIT {
    private InfluxServer server;

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private String database;
    private boolean interrupted;

    @BeforeEach
    void fill(TestInfo test) {
        server = InfluxServer.shared();
        database = InfluxServer.databaseOf(test);
        WithheldFixture.fill(config());
    }

    private InfluxConfig config() {
        return InfluxConfig.to(server.url()).withDatabase(database);
    }

    private WithheldPoints withheld() {
        WithheldPoints.Reader reader = new WithheldPoints.Reader() {
            @Override
            public <T> T read(Function<Handle, T> work) {
                return fixture.books().read(handle -> {
                    T result = work.apply(handle);
                    if (interrupted && result instanceof List<?> list && list.contains("o'kiln")) {
                        throw new IllegalStateException("killed after the deleting");
                    }
                    return result;
                });
            }
        };
        return new WithheldPoints(
                config(), List.of(WithheldFixture.figures(), WithheldFixture.cases()), reader, Clock.systemUTC());
    }

    private long count(String field, String measurement) {
        return (long) server.number(database, "SELECT COUNT(\"" + field + "\") FROM \"" + measurement + "\"");
    }

    private void assertGone() {
        assertThat(count("iva_cny", "intensity_month")).isZero();
        assertThat(count("figure", "alert")).isZero();
        assertThat(server.rows(database, "SELECT tce_per_10k_cny FROM intensity_month WHERE enterprise <> 'mill'"))
                .isEmpty();
        assertThat(count("tce_per_10k_cny", "intensity_month")).isEqualTo(2);
        assertThat(count("tce", "intensity_month")).isEqualTo(4);
        assertThat(count("limit", "alert")).isEqualTo(2);
        try (WithheldPoints withheld = withheld()) {
            assertThat(withheld.find()).isEmpty();
        }
    }

    @Test
    void what_may_not_be_there_is_named_by_enterprise_months_and_fields() {
        try (WithheldPoints withheld = withheld()) {
            assertThat(withheld.find())
                    .extracting(
                            f -> f.series().measurement() + " " + f.subject() + " " + f.fields() + " " + f.timesMs())
                    .containsExactly(
                            "intensity_month gone [iva_cny, tce_per_10k_cny] [" + WithheldFixture.JANUARY + ", "
                                    + WithheldFixture.FEBRUARY + "]",
                            "intensity_month mill [iva_cny] [" + WithheldFixture.JANUARY + ", "
                                    + WithheldFixture.FEBRUARY + "]",
                            "intensity_month o'kiln [iva_cny, tce_per_10k_cny] [" + WithheldFixture.JANUARY + ", "
                                    + WithheldFixture.FEBRUARY + "]",
                            "alert c-1 [figure] [" + (WithheldFixture.JANUARY + 7) + ", "
                                    + (WithheldFixture.FEBRUARY + 7) + "]");
        }
        assertThat(count("iva_cny", "intensity_month")).as("only listed").isEqualTo(6);
    }

    @Test
    void removing_takes_the_fields_out_and_leaves_the_others() {
        try (WithheldPoints withheld = withheld()) {
            withheld.remove(withheld.find());
        }
        assertGone();
    }

    @Test
    void killed_after_the_deleting_it_is_made_good_by_the_same_command() {
        try (WithheldPoints withheld = withheld()) {
            List<Finding> findings = withheld.find();
            interrupted = true;
            assertThatThrownBy(() -> withheld.remove(findings)).hasMessageContaining("killed");
        }
        assertThat(count("tce", "intensity_month")).isZero();
        interrupted = false;
        try (WithheldPoints withheld = withheld()) {
            withheld.remove(withheld.find());
        }
        assertGone();
    }

    @Test
    void a_server_that_is_away_is_told_in_words() {
        InfluxConfig away = InfluxConfig.to("http://127.0.0.1:1");
        WithheldPoints.Reader reader = new WithheldPoints.Reader() {
            @Override
            public <T> T read(Function<Handle, T> work) {
                return fixture.books().read(work::apply);
            }
        };
        try (WithheldPoints withheld = new WithheldPoints(
                away, List.of(WithheldFixture.figures(), WithheldFixture.cases()), reader, Clock.systemUTC())) {
            assertThatThrownBy(withheld::find).isInstanceOf(InfluxFailure.class).hasMessageContaining("127.0.0.1:1");
        }
    }
}
