package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Refusal;
import io.greenpark.park.document.Refusal.Reason;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Uploads, over lines that break and processes that end. */
class DocumentUploadTest extends DocumentSuite {
    @Test
    void what_cannot_be_taken_is_refused_before_it_is_sent() {
        refused(store.begin(new NewUpload("a", 0, null, null, "li")), Reason.EMPTY);
        Refusal tooLarge = refused(store.begin(new NewUpload("a", (20 << 20) + 1, null, null, "li")), Reason.TOO_LARGE);
        assertThat(tooLarge.text().en()).contains("at most 20.0 MiB");
        assertThat(tooLarge.text().zh()).contains("20.0 MiB");
        refused(store.begin(new NewUpload("a", 5, "abc", null, "li")), Reason.BAD_SHA256);
        done(store.begin(new NewUpload("photo.jpg", 8_000_000, null, null, "li")));
    }

    @Test
    void what_somebody_sent_of_a_day_is_summed_in_an_index() {
        keep("a", TEXT);
        boolean postgres = kind() == BooksKind.POSTGRESQL;
        String plan = fixture.books().<String, RuntimeException>read(handle -> {
            if (postgres) {
                // Of one row it would read the table.
                handle.execute("SET LOCAL enable_seqscan = off");
            }
            return handle
                    .createQuery((postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + DocumentRows.BYTES_OF)
                    .bind("by", "li")
                    .bind("since", NOW.toEpochMilli())
                    .map((row, context) -> row.getString(postgres ? 1 : 4))
                    .stream()
                    .collect(Collectors.joining("\n"));
        });
        assertThat(plan).contains("stored_document_sender").contains("uploaded_ms");
    }

    @Test
    void a_full_disk_takes_no_files_so_that_readings_still_have_room() {
        Upload begun = begin(TEXT);
        free.set(DocumentConfig.defaults().minFreeDiskBytes());
        refused(store.begin(upload("a", TEXT)), Reason.NO_ROOM);
        refused(store.append(begun.id(), 0, TEXT), Reason.NO_ROOM);
        free.set(Long.MAX_VALUE);
        done(store.append(begun.id(), 0, TEXT));
        done(store.finish(begun.id()));
    }

    @Test
    void what_a_file_may_be_is_a_setting() {
        DocumentConfig all = DocumentConfig.defaults();
        store = FolderDocumentStore.open(
                fixture.folder(),
                all.with(20 << 20, Set.of(FileKind.PDF, FileKind.JPEG)).withMinFreeDisk(0),
                fixture.books(),
                clock,
                free::get);
        done(store.keep(upload("a.pdf", SampleFiles.pdf()), SampleFiles.pdf()));
        Refusal refusal = refused(store.keep(upload("a.pdf", TEXT), TEXT), Reason.NOT_ACCEPTED);
        assertThat(refusal.text().en()).isEqualTo("TXT files are not accepted here; what is accepted: PDF, JPEG");
        assertThat(store.taken()).isEqualTo(new DocumentStore.Taken(20 << 20, Set.of(FileKind.PDF, FileKind.JPEG)));
    }

    @Test
    void how_long_an_upload_may_take_is_a_setting() {
        Upload begun = begin(TEXT);
        store = FolderDocumentStore.open(
                fixture.folder(),
                new DocumentConfig(
                        20 << 20, Set.of(FileKind.values()), Duration.ofDays(3), Duration.ofDays(30), 1 << 30, 0),
                fixture.books(),
                clock,
                free::get);
        clock.advance(Duration.ofDays(2));
        assertThat(store.sweep().uploads()).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(store.sweep().uploads()).isEqualTo(1);
        refused(store.append(begun.id(), 0, TEXT), Reason.UNKNOWN_UPLOAD);
    }

    @Test
    void an_upload_goes_on_after_a_restart_where_it_was() throws IOException {
        Upload begun = begin(TEXT);
        assertThat(done(store.append(begun.id(), 0, Arrays.copyOf(TEXT, 10))).kept())
                .isEqualTo(10);
        reopen();
        Upload found = store.upload(begun.id()).orElseThrow();
        assertThat(found.kept()).isEqualTo(10);
        assertThat(found.name()).isEqualTo("note.txt");
        assertThat(found.by()).isEqualTo("li");
        refused(store.finish(begun.id()), Reason.INCOMPLETE);
        done(store.append(begun.id(), 10, Arrays.copyOfRange(TEXT, 10, TEXT.length)));
        reopen();
        StoredDocument document = done(store.finish(begun.id()));
        assertThat(content(document.id())).isEqualTo(TEXT);
        assertThat(store.upload(begun.id())).isEmpty();
    }

    @Test
    void what_a_killed_process_wrote_and_did_not_acknowledge_is_sent_again() throws IOException {
        Upload begun = begin(TEXT);
        done(store.append(begun.id(), 0, Arrays.copyOf(TEXT, 10)));
        Path half = fixture.folder().resolve("documents/uploads/" + begun.id() + ".content");
        Files.write(half, new byte[] {0, 0, 0}, StandardOpenOption.APPEND);
        reopen();
        assertThat(store.upload(begun.id()).orElseThrow().kept()).isEqualTo(10);
        done(store.append(begun.id(), 10, Arrays.copyOfRange(TEXT, 10, TEXT.length)));
        assertThat(content(done(store.finish(begun.id())).id())).isEqualTo(TEXT);
    }

    @Test
    void a_chunk_that_is_kept_already_is_fine_and_another_in_its_place_is_not() {
        Upload begun = begin(TEXT);
        byte[] chunk = Arrays.copyOf(TEXT, 10);
        done(store.append(begun.id(), 0, chunk));
        assertThat(done(store.append(begun.id(), 0, chunk)).kept()).isEqualTo(10);
        assertThat(done(store.append(begun.id(), 5, Arrays.copyOfRange(TEXT, 5, 15)))
                        .kept())
                .isEqualTo(15);
        refused(store.append(begun.id(), 0, SampleFiles.utf8("other")), Reason.OTHER_CONTENT);
    }

    @Test
    void a_gap_and_more_than_was_declared_are_refused() {
        Upload begun = begin(TEXT);
        done(store.append(begun.id(), 0, Arrays.copyOf(TEXT, 10)));
        Refusal gap = refused(store.append(begun.id(), 11, new byte[] {1}), Reason.GAP);
        assertThat(gap.text().en()).contains("go on from 10");
        refused(store.append(begun.id(), -1, new byte[] {1}), Reason.GAP);
        refused(store.append(begun.id(), 10, new byte[TEXT.length]), Reason.BEYOND_SIZE);
        assertThat(store.upload(begun.id()).orElseThrow().kept()).isEqualTo(10);
    }

    @Test
    void content_of_another_hash_than_declared_is_no_document() throws IOException {
        NewUpload upload = new NewUpload("a.txt", TEXT.length, "0".repeat(64), null, "li");
        refused(store.keep(upload, TEXT), Reason.WRONG_SHA256);
        assertThat(rows()).isZero();
        assertThat(contents()).isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void a_refused_kind_leaves_nothing() throws IOException {
        Refusal refusal = refused(
                store.keep(upload("photo.jpg", SampleFiles.utf8("<html>")), SampleFiles.utf8("<html>")),
                Reason.NOT_ACCEPTED);
        assertThat(refusal.text().en()).contains("PDF").contains("XLSX").contains("GB18030");
        assertThat(refusal.text().zh()).contains("PDF").contains("XLSX").contains("GB18030");
        assertThat(rows()).isZero();
        assertThat(contents()).isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void finishing_again_gives_the_same_document() {
        Upload begun = begin(TEXT);
        done(store.append(begun.id(), 0, TEXT));
        StoredDocument document = done(store.finish(begun.id()));
        reopen();
        assertThat(done(store.finish(begun.id()))).isEqualTo(document);
        assertThat(rows()).isOne();
    }

    @Test
    void an_upload_given_up_is_gone() throws IOException {
        Upload begun = begin(TEXT);
        store.giveUp(begun.id());
        store.giveUp(begun.id());
        refused(store.append(begun.id(), 0, TEXT), Reason.UNKNOWN_UPLOAD);
        refused(store.finish(begun.id()), Reason.UNKNOWN_UPLOAD);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void an_upload_is_swept_a_day_after_it_was_begun() throws IOException {
        Upload old = begin(TEXT);
        clock.advance(Duration.ofHours(23));
        Upload young = begin(TEXT);
        assertThat(store.sweep().uploads()).isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(store.sweep().uploads()).isOne();
        assertThat(store.upload(old.id())).isEmpty();
        assertThat(store.upload(young.id())).isPresent();
        assertThat(unfinished()).hasSize(2);
    }
}
