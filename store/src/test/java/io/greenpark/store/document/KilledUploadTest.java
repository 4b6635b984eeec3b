package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.Upload;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledUploadTest {
    @TempDir
    private Path data;

    /** Four lines are told of each upload; the kill comes somewhere in the work after the line. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 30})
    void nothing_acknowledged_is_lost_by_a_kill_and_no_row_lacks_its_content(int lines) throws Exception {
        List<String> told = toldUntilKilled(lines);
        assertThat(told).hasSizeGreaterThanOrEqualTo(lines);
        try (Books books = BooksDatabase.open(data, BooksConfig.defaults(), Clock.systemUTC())) {
            DocumentStore store = FolderDocumentStore.open(data, DocumentConfig.defaults(), books, Clock.systemUTC());
            for (String line : told) {
                String[] parts = line.split(" ");
                byte[] text = UploadVictim.text(Integer.parseInt(parts[0]));
                if (store.find(parts[1]).isEmpty()) {
                    assertThat(parts[2]).isNotEqualTo("finished");
                    Upload upload = store.upload(parts[1]).orElseThrow();
                    assertThat(upload.kept()).isGreaterThanOrEqualTo(Long.parseLong(parts[2]));
                    goOn(store, upload, text);
                }
                assertThat(content(store, parts[1])).isEqualTo(text);
            }
        }
    }

    private List<String> toldUntilKilled(int lines) throws Exception {
        Process victim = UploadVictim.start(data);
        List<String> told = new ArrayList<>();
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(UploadVictim.TOLD)) {
                    told.add(line.substring(UploadVictim.TOLD.length()));
                }
                if (told.size() == lines) {
                    // By its handle: what it has told until then can still be read.
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return told;
    }

    private static void goOn(DocumentStore store, Upload upload, byte[] text) {
        byte[] rest = Arrays.copyOfRange(text, (int) upload.kept(), text.length);
        assertThat(store.append(upload.id(), upload.kept(), rest)).isInstanceOf(Done.class);
        assertThat(store.finish(upload.id())).isInstanceOf(Done.class);
    }

    private static byte[] content(DocumentStore store, String id) throws IOException {
        try (DocumentContent content = store.open(id).orElseThrow()) {
            return content.stream().readAllBytes();
        }
    }
}
