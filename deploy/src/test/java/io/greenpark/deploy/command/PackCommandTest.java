package io.greenpark.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.access.audit.SqlAuditLog;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whether a file is the pack that was made, told beside the process that has the books. */
class PackCommandTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T08:00:00Z"));

    @TempDir
    Path data;

    private Books books;
    private Path pack;

    @BeforeEach
    void make() throws IOException {
        books = BooksDatabase.open(data, BooksConfig.defaults(), clock);
        pack = data.resolve("pack.zip");
        String sha256 = write(pack, "figures");
        new SqlAuditLog(books, clock)
                .append(AuditDraft.of("li", "10.0.0.7", AuditAction.PACK_MADE)
                        .on("inspection-pack", "p-1")
                        .change(null, JsonNodeFactory.instance.objectNode().put("sha256", sha256))
                        .because("现场检查"));
    }

    private static String write(Path file, String text) throws IOException {
        try (PackWriter writer = new PackWriter(Files.newOutputStream(file))) {
            writer.add("data.csv", text);
            return writer.seal().sha256();
        }
    }

    @AfterEach
    void close() {
        books.close();
    }

    private record Said(int exitCode, String text) {}

    private Said verify(Path file) {
        StringWriter said = new StringWriter();
        CommandLine line = GreenparkCommand.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        int code = line.execute("pack", "verify", file.toString(), "--data", data.toString());
        return new Said(code, said.toString());
    }

    @Test
    void the_pack_that_was_made_is_known_with_who_and_why() {
        Said said = verify(pack);
        assertThat(said.text())
                .contains("1 files are as its list says")
                .contains("it is the pack p-1 that li had made at 2026-01-01T08:00:00Z")
                .contains("现场检查");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void a_changed_file_is_named() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(pack)) {
            Files.writeString(zip.getPath("data.csv"), "better figures");
        }
        Said said = verify(pack);
        assertThat(said.text()).contains("\"data.csv\" is not as it was written");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void a_pack_with_another_list_is_not_known() throws IOException {
        Path other = data.resolve("other.zip");
        write(other, "better figures");
        Said said = verify(other);
        assertThat(said.text()).contains("the audit log knows no pack of this hash");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void a_log_that_was_tampered_with_proves_nothing() {
        books.write(tx -> tx.handle().execute("UPDATE audit_entry SET who = 'wang' WHERE number = 1"));
        Said said = verify(pack);
        assertThat(said.text()).contains("the audit log does not fit");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void what_is_no_pack_is_said_so() throws IOException {
        assertThat(verify(Files.writeString(data.resolve("a.txt"), "text")).text())
                .contains("cannot be read as a pack");
        assertThat(verify(data.resolve("none.zip")).exitCode()).isEqualTo(2);
    }
}
