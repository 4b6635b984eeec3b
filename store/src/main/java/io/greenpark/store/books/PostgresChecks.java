package io.greenpark.store.books;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a server must be for the books to rest on it. */
final class PostgresChecks {
    private static final int LEAST_VERSION = 130_000;

    private PostgresChecks() {}

    /** What the server says of itself and of the session. */
    private record ServerSettings(
            String fsync,
            String synchronousCommit,
            String encoding,
            String version,
            int versionNumber,
            String schemaName,
            boolean standby) {}

    /** @throws BooksException saying which promise the server would break, and how to set that right */
    static void check(Handle handle, BooksServer server) {
        ServerSettings found = handle.createQuery("SELECT current_setting('fsync') AS fsync,"
                        + " current_setting('synchronous_commit') AS synchronous_commit,"
                        + " current_setting('server_encoding') AS encoding,"
                        + " current_setting('server_version') AS version,"
                        + " cast(current_setting('server_version_num') AS integer) AS version_number,"
                        + " coalesce(current_schema(), '') AS schema_name,"
                        + " pg_is_in_recovery() AS standby")
                .map(ConstructorMapper.of(ServerSettings.class))
                .one();
        refuse(
                server,
                found.fsync.equals("off"),
                "has fsync = off and would lose what it confirmed with the power; set fsync = on");
        refuse(
                server,
                found.synchronousCommit.equals("off"),
                "has synchronous_commit = off and confirms what it has not written yet; set it to on, for the"
                        + " server, the database or the user");
        refuse(
                server,
                !found.encoding.equals("UTF8"),
                "keeps texts as " + found.encoding + "; create the database with ENCODING 'UTF8'");
        refuse(
                server,
                found.versionNumber < LEAST_VERSION,
                "is PostgreSQL " + found.version + "; accepted: 13 and newer");
        refuse(server, found.standby, "is a standby, which cannot be written; name the primary");
        refuse(
                server,
                found.schemaName.isEmpty(),
                "has none of the schemas of the search path; create one, or correct currentSchema");
    }

    /** @throws BooksException if the schema holds tables and they are not the books' */
    static void checkOwn(Handle handle, BooksServer server) {
        long others = handle.createQuery("SELECT count(*) AS n FROM information_schema.tables"
                        + " WHERE table_schema = current_schema() AND NOT EXISTS (SELECT 1 FROM"
                        + " information_schema.tables h WHERE h.table_schema = current_schema()"
                        + " AND h.table_name = 'flyway_schema_history')")
                .mapTo(Long.class)
                .one();
        refuse(
                server,
                others > 0,
                "holds " + others + " tables that are not Greenpark's; name an empty database, or a schema of its own"
                        + " by ?currentSchema=");
    }

    private static void refuse(BooksServer server, boolean wrong, String words) {
        if (wrong) {
            throw new BooksException("books: \"" + server + "\" " + words);
        }
    }
}
