package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCacheTest {
    private final List<PreparedStatement> run = new ArrayList<>();
    private Jdbi jdbi;

    @BeforeEach
    void open(@TempDir Path folder) {
        jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("a.db")).setStatementBuilderFactory(new StatementCache());
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                run.add(context.getStatement());
            }
        });
    }

    @Test
    void a_statement_with_named_parameters_is_prepared_once() {
        jdbi.useHandle(handle -> {
            assertThat(sum(handle, 1, 2)).isEqualTo(3);
            assertThat(sum(handle, 3, 4)).isEqualTo(7);
        });

        assertThat(run).hasSize(2);
        assertThat(run.get(1)).isSameAs(run.get(0));
    }

    @Test
    void a_batch_is_prepared_once_and_keeps_nothing_of_the_one_before() {
        jdbi.useHandle(handle -> {
            handle.execute("CREATE TABLE t (a INTEGER)");
            run.clear();
            insert(handle, 1, 2);
            insert(handle, 3);
            assertThat(handle.createQuery("SELECT sum(a) FROM t")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(6);
        });

        assertThat(run.get(1)).isSameAs(run.get(0));
    }

    @Test
    void a_statement_in_use_is_not_lent_again() {
        jdbi.useHandle(handle -> {
            List<Integer> sums = handle.createQuery("SELECT :a + :b UNION ALL SELECT :b")
                    .bind("a", 1)
                    .bind("b", 2)
                    .map((row, context) -> row.getInt(1) + sum(handle, 10, 20) + sum(handle, 1, 1))
                    .list();
            assertThat(sums).containsExactly(3 + 32, 2 + 32);
        });
    }

    @Test
    void another_connection_has_statements_of_its_own() {
        jdbi.useHandle(handle -> sum(handle, 1, 2));
        jdbi.useHandle(handle -> assertThat(sum(handle, 3, 4)).isEqualTo(7));

        assertThat(run.get(1)).isNotSameAs(run.get(0));
    }

    private static int sum(Handle handle, int a, int b) {
        return handle.createQuery("SELECT :a + :b")
                .bind("a", a)
                .bind("b", b)
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle handle, int... values) {
        var batch = handle.prepareBatch("INSERT INTO t (a) VALUES (:a)");
        for (int value : values) {
            batch.bind("a", value).add();
        }
        batch.execute();
    }
}
