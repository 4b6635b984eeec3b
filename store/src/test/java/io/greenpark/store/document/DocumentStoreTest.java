package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Refusal.Reason;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.document.Upload;
import io.greenpark.store.books.BooksException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DocumentStoreTest extends DocumentSuite {
    @Test
    void a_file_is_given_back_as_it_was_sent_also_after_a_restart() throws IOException {
        NewUpload upload =
                new NewUpload("seal.txt", TEXT.length, Sha256.hex(TEXT).toUpperCase(), POINT, "li");
        StoredDocument kept = done(store.keep(upload, TEXT));
        assertThat(kept.id()).isNotEqualTo(kept.sha256());
        assertThat(kept.sha256()).isEqualTo(Sha256.hex(TEXT));
        assertThat(kept.bytes()).isEqualTo(TEXT.length);
        assertThat(kept.uploadedAt()).isEqualTo(NOW);
        assertThat(kept.uploadedBy()).isEqualTo("li");
        reopen();
        assertThat(store.find(kept.id())).contains(kept);
        assertThat(content(kept.id())).isEqualTo(TEXT);
        assertThat(store.of(POINT)).containsExactly(kept);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void the_same_content_twice_is_two_documents_and_one_file() throws IOException {
        StoredDocument first = keep("a.txt", TEXT);
        StoredDocument second = keep("b.txt", TEXT);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(rows()).isEqualTo(2);
        assertThat(contents())
                .containsExactly(fixture.folder()
                        .resolve("documents")
                        .resolve(first.sha256().substring(0, 2))
                        .resolve(first.sha256().substring(2, 4))
                        .resolve(first.sha256()));
    }

    @Test
    void a_damaged_content_is_mended_by_the_next_that_sends_it() throws IOException {
        StoredDocument first = keep("a.txt", TEXT);
        Files.write(contents().get(0), SampleFiles.utf8("rust"));
        keep("b.txt", TEXT);
        assertThat(content(first.id())).isEqualTo(TEXT);
    }

    @Test
    void a_photo_says_when_it_was_taken_beside_when_it_came() {
        assertThat(keep("a.jpg", SampleFiles.jpeg("2026:11:20 16:04:09")).capturedAt())
                .isEqualTo(LocalDateTime.of(2026, 11, 20, 16, 4, 9));
        StoredDocument phone = keep("b.heic", SampleFiles.heic("2026:11:20 16:05:00"));
        assertThat(phone.capturedAt()).isEqualTo(LocalDateTime.of(2026, 11, 20, 16, 5));
        assertThat(phone.uploadedAt()).isEqualTo(NOW);
        assertThat(store.find(phone.id())).contains(phone);
        assertThat(keep("c.jpg", SampleFiles.jpeg()).capturedAt()).isNull();
        assertThat(keep("d.jpg", SampleFiles.jpeg("0000:00:00 00:00:00")).capturedAt())
                .isNull();
    }

    @Test
    void an_end_between_content_and_row_leaves_no_row_and_the_upload_to_be_finished() throws IOException {
        DocumentStore failing = open(new FailingBooks(fixture.books()));
        Upload begun = done(failing.begin(upload("note.txt", TEXT)));
        done(failing.append(begun.id(), 0, TEXT));
        assertThatThrownBy(() -> failing.finish(begun.id())).isInstanceOf(BooksException.class);
        assertThat(rows()).isZero();
        assertThat(contents()).hasSize(1);
        reopen();
        assertThat(content(done(store.finish(begun.id())).id())).isEqualTo(TEXT);
    }

    @Test
    void content_that_no_row_names_is_swept_once_it_is_older_than_a_day() throws IOException {
        DocumentStore failing = open(new FailingBooks(fixture.books()));
        StoredDocument removed = keep("removed.txt", SampleFiles.utf8("hidden, not gone"));
        store.remove(removed.id(), "wang", "blurred");
        assertThatThrownBy(() -> failing.keep(upload("note.txt", TEXT), TEXT)).isInstanceOf(BooksException.class);
        assertThat(contents()).hasSize(2);
        clock.advance(Duration.ofHours(23));
        assertThat(store.sweep().contents()).isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(store.sweep()).isEqualTo(new DocumentStore.Swept(1, 0, 1));
        assertThat(contents()).singleElement().matches(f -> f.endsWith(removed.sha256()));
        assertThat(store.sweep()).isEqualTo(new DocumentStore.Swept(0, 0, 0));
    }

    @Test
    void old_content_that_was_sent_again_a_moment_ago_is_not_swept() throws IOException {
        DocumentStore failing = open(new FailingBooks(fixture.books()));
        assertThatThrownBy(() -> failing.keep(upload("note.txt", TEXT), TEXT)).isInstanceOf(BooksException.class);
        clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> failing.keep(upload("note.txt", TEXT), TEXT)).isInstanceOf(BooksException.class);
        assertThat(store.sweep().contents()).isZero();
        assertThat(contents()).hasSize(1);
    }

    @Test
    void a_file_that_was_attached_to_nothing_goes_in_the_end_with_its_content() throws IOException {
        StoredDocument kept = done(store.keep(new NewUpload("a.txt", TEXT.length, null, null, "li"), TEXT));
        StoredDocument attached = keep("b.txt", SampleFiles.utf8("of a point"));
        assertThat(store.attach(attached.id(), POINT, null)).isTrue();
        clock.advance(Duration.ofDays(29));
        assertThat(store.sweep()).isEqualTo(new DocumentStore.Swept(0, 0, 0));
        clock.advance(Duration.ofDays(2));
        assertThat(store.sweep()).isEqualTo(new DocumentStore.Swept(0, 1, 1));
        assertThat(store.onRecord(kept.id())).isEmpty();
        assertThat(store.attach(kept.id(), POINT, null)).isFalse();
        assertThat(contents()).singleElement().matches(f -> f.endsWith(attached.sha256()));
    }

    @Test
    void several_at_once_do_not_pass_the_bound_of_a_day_together() throws Exception {
        long most = DocumentConfig.defaults().maxDayBytes();
        long each = DocumentConfig.defaults().maxFileBytes();
        for (long sent = 0; sent + 2 * each <= most; sent += each) {
            done(store.begin(new NewUpload("big.pdf", each, null, null, "li")));
        }
        CyclicBarrier together = new CyclicBarrier(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> begun = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                begun.add(threads.submit(() -> {
                    together.await();
                    return store.begin(new NewUpload("big.pdf", each, null, null, "li")) instanceof Done;
                }));
            }
            int taken = 0;
            for (Future<Boolean> one : begun) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_account_sends_so_much_a_day_and_what_is_not_finished_counts() throws IOException {
        long most = DocumentConfig.defaults().maxDayBytes();
        long each = 10L << 20;
        for (long sent = each; sent <= most; sent += each) {
            done(store.begin(new NewUpload("big.pdf", each, null, null, "li")));
        }
        NewUpload more = new NewUpload("more.txt", TEXT.length * 1_000_000L / TEXT.length, null, null, "li");
        done(store.begin(more));
        NewUpload tooMuch = new NewUpload("big.pdf", each, null, null, "li");
        assertThat(store.begin(tooMuch)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().reason())
                .isEqualTo(Reason.TOO_MUCH));
        done(store.begin(new NewUpload("big.pdf", each, null, null, "wang")));
        clock.advance(Duration.ofHours(25));
        store.sweep();
        done(store.begin(tooMuch));
    }

    @Test
    void a_removed_document_is_hidden_and_still_on_record() {
        StoredDocument kept = keep("a.txt", TEXT);
        StoredDocument twin = keep("b.txt", TEXT);
        assertThat(store.attach(kept.id(), POINT, null)).isTrue();
        assertThat(store.remove(kept.id(), "wang", "blurred")).isTrue();
        assertThat(store.remove(kept.id(), "zhao", "again")).isFalse();
        assertThat(store.find(kept.id())).isEmpty();
        assertThat(store.open(kept.id())).isEmpty();
        assertThat(store.of(POINT)).isEmpty();
        assertThat(store.onRecord(kept.id()).orElseThrow().removed())
                .isEqualTo(new StoredDocument.Removal(NOW, "wang", "blurred"));
        assertThat(store.open(twin.id())).isPresent();
        assertThat(store.remove("none", "wang", "blurred")).isFalse();
    }

    @Test
    void a_document_is_attached_once() {
        StoredDocument kept = keep("a.txt", TEXT);
        assertThat(kept.owner()).isNull();
        assertThat(store.attach(kept.id(), POINT, null)).isTrue();
        assertThat(store.attach(kept.id(), POINT, null)).isTrue();
        assertThat(store.attach(kept.id(), new DocumentOwner("enterprise", "steel"), null))
                .isFalse();
        assertThat(store.attach("none", POINT, null)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        StoredDocument newer = keep("b.txt", TEXT);
        store.attach(newer.id(), POINT, NOW);
        assertThat(store.find(newer.id()).orElseThrow().about()).isEqualTo(NOW);
        assertThat(store.of(POINT)).extracting(StoredDocument::name).containsExactly("b.txt", "a.txt");
    }

    @Test
    void ids_that_are_paths_name_nothing() {
        for (String id : List.of("../../books", "/etc/passwd", "", "a/b")) {
            assertThat(store.upload(id)).isEmpty();
            assertThat(store.find(id)).isEmpty();
            assertThat(store.open(id)).isEmpty();
            refused(store.append(id, 0, TEXT), Reason.UNKNOWN_UPLOAD);
            refused(store.finish(id), Reason.UNKNOWN_UPLOAD);
            store.giveUp(id);
        }
        assertThat(keep("../../../etc/cron.d/job", TEXT).name()).isEqualTo("job");
    }

    @Test
    void the_same_content_sent_by_many_at_once_is_kept_once() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Future<StoredDocument>> kept = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                kept.add(senders.submit(() -> keep("a.txt", TEXT)));
            }
            for (Future<StoredDocument> document : kept) {
                assertThat(content(document.get().id())).isEqualTo(TEXT);
            }
        } finally {
            senders.shutdown();
        }
        assertThat(rows()).isEqualTo(12);
        assertThat(contents()).hasSize(1);
    }
}
