package io.greenpark.dashboards.access;

import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What a console asks to make its answers: every statement of the books as it is written, without its values, and every call of a port
 * whose rows the sample keeps elsewhere.
 */
final class Statements {
    /** Ports that the product answers from the books. */
    private static final Set<String> PORTS =
            Set.of("energy", "intensity", "discharges", "cases", "deadLetters", "quarantine");

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** The same sources, noting what they are asked. */
    ConsoleSources noting(ConsoleSources all) {
        Map<String, Object> others = new HashMap<>();
        others.put("books", new Noted(all.books()));
        others.put(
                "documents",
                Replaced.in(all.documents(), interfaces(all.documents(), Set.of("history", "edits", "reviews"))));
        others.putAll(interfaces(all, PORTS));
        others.put(
                "standings",
                new Standings((IntensityAccounts) others.get("intensity"), ProgressLevel.Thresholds.defaults()));
        return Replaced.in(all, others);
    }

    /** What was asked since the last time. */
    List<String> taken() {
        synchronized (asked) {
            List<String> taken = List.copyOf(asked);
            asked.clear();
            return taken;
        }
    }

    private Map<String, Object> interfaces(Record record, Set<String> names) {
        Map<String, Object> noted = new HashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (names.contains(component.getName())) {
                try {
                    noted.put(
                            component.getName(),
                            noting(component.getType(), component.getAccessor().invoke(record)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return noted;
    }

    private Object noting(Class<?> type, Object port) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            asked.add(type.getSimpleName() + "." + method.getName());
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    /** Books that note their statements. */
    private final class Noted implements Books {
        private final Books books;
        private final SqlLogger logger = new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                asked.add(context.getRawSql());
            }
        };

        Noted(Books books) {
            this.books = books;
        }

        @Override
        public <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
            return books.write(tx -> noted(tx.handle(), () -> work.run(tx)));
        }

        @Override
        public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
            return books.read(handle -> noted(handle, () -> work.run(handle)));
        }

        private interface Work<T, X extends Exception> {
            T run() throws X;
        }

        /** A connection is used by others afterwards. */
        private <T, X extends Exception> T noted(Handle handle, Work<T, X> work) throws X {
            SqlLogger before = handle.getConfig(SqlStatements.class).getSqlLogger();
            handle.setSqlLogger(logger);
            try {
                return work.run();
            } finally {
                handle.setSqlLogger(before);
            }
        }

        @Override
        public BooksTx ports(Handle handle) {
            return books.ports(handle);
        }

        @Override
        public void close() {
            books.close();
        }
    }
}
