package io.greenpark.store.document;

import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.document.NewUpload;
import io.greenpark.park.document.Upload;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/** A child process that uploads texts, saying what was acknowledged, until it is killed. */
final class UploadVictim {
    static final int CHUNK = 1_000;
    static final int CHUNKS = 3;
    /** What lines about uploads begin with; those of the log do not. */
    static final String TOLD = "acknowledged ";

    private UploadVictim() {}

    static Process start(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadVictim.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The text of an upload. */
    static byte[] text(int number) {
        return Arrays.copyOf(SampleFiles.utf8(("text " + number + "\n").repeat(CHUNK)), CHUNK * CHUNKS);
    }

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        try (Books books = BooksDatabase.open(data, BooksConfig.defaults(), Clock.systemUTC())) {
            DocumentStore store = FolderDocumentStore.open(
                    data, DocumentConfig.defaults(), books, Clock.systemUTC(), () -> Long.MAX_VALUE);
            for (int number = 0; ; number++) {
                upload(store, number);
            }
        }
    }

    private static void upload(DocumentStore store, int number) {
        byte[] text = text(number);
        Upload upload =
                ((Done<Upload>) store.begin(new NewUpload(number + ".txt", text.length, null, null, "li"))).value();
        for (int at = 0; at < text.length; at += CHUNK) {
            store.append(upload.id(), at, Arrays.copyOfRange(text, at, at + CHUNK));
            System.out.println(TOLD + number + " " + upload.id() + " " + (at + CHUNK));
        }
        store.finish(upload.id());
        System.out.println(TOLD + number + " " + upload.id() + " finished");
    }
}
