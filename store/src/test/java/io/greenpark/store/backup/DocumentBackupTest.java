package io.greenpark.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.greenpark.park.time.MovableClock;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.document.DocumentFolder;
import io.greenpark.store.document.FolderDocumentStore;
import io.greenpark.store.document.SampleFiles;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DocumentBackupTest {
    private static final byte[] PHOTO = SampleFiles.utf8("stands for a photo");
    private static final byte[] CONTRACT = SampleFiles.utf8("stands for a contract");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T08:00:00Z"));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    @TempDir
    private Path backups;

    private DocumentStore store;
    private StoredDocument photo;
    private StoredDocument contract;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void keepTwo() {
        LogConfig log = new LogConfig(Duration.ofDays(7), Long.MAX_VALUE, 100_000, 1_000, 0, 0);
        SqliteTelemetryLog.open(fixture.folder(), log, clock).close();
        store = store(fixture.folder(), fixture.books());
        photo = keep("照片.txt", PHOTO);
        contract = keep("contract.txt", CONTRACT);
    }

    private DocumentStore store(Path data, Books books) {
        return FolderDocumentStore.open(data, DocumentConfig.of(1 << 20), books, clock);
    }

    private StoredDocument keep(String name, byte[] content) {
        NewUpload upload = new NewUpload(name, content.length, null, null, "li");
        return ((Done<StoredDocument>) store.keep(upload, content)).value();
    }

    private BackupSummary backup(String name) throws BackupException {
        BooksServer server = fixture.place().server();
        BooksCopy books = server == null ? new SqliteBooksCopy(fixture.folder()) : new PostgresBooksCopy(server);
        return new Backup(fixture.folder(), books, List.of(), "test", clock, CopyProgress.none())
                .to(backups.resolve(name));
    }

    private List<String> broken(String name) throws BackupException {
        return Verification.of(backups.resolve(name), CopyProgress.none()).broken();
    }

    private static Path fileOf(StoredDocument document) {
        return DocumentFolder.pathOf(document.sha256());
    }

    private Path copyOf(StoredDocument document, String backup) {
        return backups.resolve(backup).resolve("data").resolve(fileOf(document));
    }

    @Test
    void documents_are_restored_with_their_content() throws Exception {
        store.remove(contract.id(), "wang", "outdated");
        BackupSummary made = backup("backup");
        assertThat(made.findings()).isEmpty();
        assertThat(made.lines()).contains("documents 2, of 39 bytes in 2 files");
        assertThat(broken("backup")).isEmpty();
        Path elsewhere = backups.resolve("elsewhere");
        Restore.into(backups.resolve("backup"), elsewhere, CopyProgress.none());
        try (BooksKind.BooksPlace place = new BooksKind.BooksPlace(elsewhere, null);
                Books restored = place.open(clock)) {
            DocumentStore documents = store(elsewhere, restored);
            assertThat(documents.find(photo.id())).contains(photo);
            try (DocumentContent content = documents.open(photo.id()).orElseThrow()) {
                assertThat(content.stream().readAllBytes()).isEqualTo(PHOTO);
            }
            assertThat(documents.onRecord(contract.id()).orElseThrow().removed())
                    .isNotNull();
            assertThat(elsewhere.resolve(fileOf(contract))).hasBinaryContent(CONTRACT);
        }
    }

    @Test
    void an_upload_that_is_not_finished_is_not_copied() throws Exception {
        Upload begun = ((Done<Upload>) store.begin(new NewUpload("a.txt", 10, null, null, "li"))).value();
        store.append(begun.id(), 0, new byte[] {'a'});
        backup("backup");
        assertThat(backups.resolve("backup/data/documents")).isDirectoryNotContaining("glob:**uploads");
        assertThat(broken("backup")).isEmpty();
    }

    @Test
    void content_that_an_earlier_backup_holds_is_linked() throws Exception {
        backup("monday");
        backup("tuesday");
        assertThat(Files.getAttribute(copyOf(photo, "tuesday"), "unix:ino"))
                .isEqualTo(Files.getAttribute(copyOf(photo, "monday"), "unix:ino"));
        assertThat(broken("tuesday")).isEmpty();
    }

    @Test
    void a_damaged_and_a_missing_content_of_a_backup_are_named_with_their_documents() throws Exception {
        backup("backup");
        Files.write(copyOf(photo, "backup"), SampleFiles.utf8("rust"));
        Files.delete(copyOf(contract, "backup"));
        assertThat(broken("backup"))
                .contains("data/" + fileOf(contract) + ": is missing")
                .contains("documents: " + contract.id() + " (\"contract.txt\"): " + fileOf(contract) + " is missing")
                .anyMatch(b -> b.startsWith("data/" + fileOf(photo) + ": has \"4\" bytes"))
                .anyMatch(b ->
                        b.startsWith("documents: " + photo.id() + " (\"照片.txt\"): " + fileOf(photo) + " was changed"));
    }

    @Test
    void what_was_missing_already_is_told_when_the_backup_is_made_and_is_no_damage_of_it() throws Exception {
        Files.delete(fixture.folder().resolve(fileOf(photo)));
        assertThat(backup("backup").findings())
                .containsExactly("documents: " + photo.id() + " (\"照片.txt\"): " + fileOf(photo) + " is missing");
        assertThat(broken("backup")).isEmpty();
    }

    @Test
    void content_that_no_document_names_is_no_fault() throws Exception {
        fixture.books().write(tx -> tx.handle().execute("DELETE FROM stored_document WHERE id = ?", photo.id()));
        assertThat(backup("backup").findings()).isEmpty();
        assertThat(broken("backup")).isEmpty();
        assertThat(copyOf(photo, "backup")).exists();
    }

    @Test
    void documents_kept_while_a_backup_is_made_are_in_it_whole_or_not_at_all() throws Exception {
        BooksServer server = fixture.place().server();
        BooksCopy books = server == null ? new SqliteBooksCopy(fixture.folder()) : new PostgresBooksCopy(server);
        int[] kept = {0};
        CopyProgress keepsMore = (file, bytes) -> {
            byte[] content = SampleFiles.utf8("more " + kept[0]++);
            keep("more.txt", content);
        };
        BackupSummary made =
                new Backup(fixture.folder(), books, List.of(), "test", clock, keepsMore).to(backups.resolve("backup"));
        assertThat(kept[0]).isPositive();
        assertThat(made.findings()).isEmpty();
        assertThat(broken("backup")).isEmpty();
    }

    @Test
    void a_backup_whose_manifest_is_from_before_there_were_documents_is_sound() throws Exception {
        backup("backup");
        Path folder = backups.resolve("backup");
        Manifest m = Manifest.read(folder);
        Manifest.Contents c = m.contents();
        Files.delete(folder.resolve(Manifest.FILE));
        Files.delete(folder.resolve(Manifest.HASH));
        new Manifest(
                        m.format(),
                        m.greenpark(),
                        m.started(),
                        m.finished(),
                        m.upTo(),
                        m.data(),
                        m.booksServer(),
                        m.config(),
                        new Manifest.Contents(c.books(), c.log(), c.deadLetters(), null),
                        m.findings(),
                        m.files())
                .write(folder);
        Verification verified = Verification.of(folder, CopyProgress.none());
        assertThat(verified.broken()).isEmpty();
        assertThat(verified.summary().lines()).contains("documents none");
    }
}
