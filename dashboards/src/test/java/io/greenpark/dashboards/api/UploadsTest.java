package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.fixture.FileClient.good;
import static io.greenpark.dashboards.fixture.FileClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.FileClient;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.document.DocumentConfig;
import io.greenpark.store.document.SampleFiles;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are sent over lines that break, and what is none is refused in words. */
class UploadsTest {
    private static final byte[] TEXT = SampleFiles.utf8("the meter was replaced; the seal is whole");

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static FileClient li;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.open(dir, true);
        li = officer(console, "li");
    }

    private static FileClient officer(SampleConsole console, String name) {
        return FileClient.with(console, name, Set.of(Grant.everywhere(Role.OFFICER)));
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(TEXT, from, to);
    }

    private static String kept(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Upload-Offset").orElse("none");
    }

    @Test
    void an_upload_goes_on_where_the_line_broke() throws Exception {
        String upload = li.begin("seal.txt", TEXT.length);
        assertThat(good(li.chunk(upload, 0, part(0, 10))).getInteger("kept")).isEqualTo(10);
        li.cutOff(upload, 10, part(10, 15), 20);
        HttpResponse<byte[]> asked = li.ask("HEAD", "/uploads/" + upload, "application/json", new byte[0]);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(kept(asked)).isEqualTo("10");
        assertThat(kept(li.get("/uploads/" + upload))).isEqualTo("10");
        assertThat(refused(li.finish(upload), 409)).contains("of which 10 are kept");
        assertThat(kept(li.chunk(upload, 10, part(10, TEXT.length)))).isEqualTo(String.valueOf(TEXT.length));
        JsonObject file = good(li.finish(upload));
        assertThat(file.getString("id")).isEqualTo(upload);
        assertThat(good(li.finish(upload))).as("asked again").isEqualTo(file);
        assertThat(li.get("/attachments/" + upload + "/content").body()).isEqualTo(TEXT);
    }

    @Test
    void a_chunk_that_does_not_fit_is_refused_and_harms_nothing() {
        String upload = li.begin("seal.txt", TEXT.length);
        good(li.chunk(upload, 0, part(0, 10)));
        assertThat(refused(li.chunk(upload, 12, part(12, 15)), 409)).contains("go on from 10");
        assertThat(refused(li.chunk(upload, 0, SampleFiles.utf8("other")), 409)).contains("begin again");
        assertThat(refused(li.chunk(upload, 10, new byte[TEXT.length]), 422)).contains("beyond the declared size");
        refused(li.ask("PATCH", "/uploads/" + upload, "application/octet-stream", part(10, 12)), 400);
        refused(li.ask("PATCH", "/uploads/" + upload + "?offset=-1", "application/octet-stream", part(10, 12)), 400);
        assertThat(refused(li.ask("PATCH", "/uploads/" + upload + "?offset=10", "text/html", part(10, 12)), 415))
                .contains("send application/octet-stream");
        refused(li.chunk(upload, 10, new byte[UploadAnswers.MAX_CHUNK_BYTES + 1]), 413);
        assertThat(good(li.chunk(upload, 0, part(0, 10))).getInteger("kept"))
                .as("the same once more")
                .isEqualTo(10);
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_sent() {
        JsonObject large = new JsonObject().put("name", "film.mov").put("bytes", (20L << 20) + 1);
        assertThat(refused(li.post("/uploads", large), 413)).contains("at most 20.0 MiB");
        refused(li.post("/uploads", large.copy().put("bytes", 0)), 422);
        refused(li.post("/uploads", large.copy().put("bytes", -1)), 400);
        refused(li.post("/uploads", large.copy().put("bytes", 1.5)), 400);
        refused(li.post("/uploads", large.copy().put("bytes", 5).put("sha256", "abc")), 400);
        refused(li.post("/uploads", large.copy().put("bytes", 5).put("path", "/etc")), 400);
    }

    @Test
    void what_a_file_is_its_content_says_and_not_its_name() {
        byte[] page = SampleFiles.utf8("<html><script>alert(1)</script></html>");
        assertThat(refused(li.send("meter.jpg", page), 415)).contains("PDF, JPEG, PNG, HEIC");
        byte[] drawing = SampleFiles.utf8("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        refused(li.send("meter.png", drawing), 415);
        refused(li.send("meter.txt", drawing), 415);
        refused(li.send("tool.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}), 415);
        assertThat(li.sent("page.html", SampleFiles.png()).getString("mediaType"))
                .isEqualTo("image/png");
    }

    @Test
    void a_refused_file_is_gone_and_one_of_another_hash_as_well() {
        String upload = li.begin("meter.jpg", 4);
        good(li.chunk(upload, 0, new byte[] {'M', 'Z', 0, 1}));
        refused(li.finish(upload), 415);
        refused(li.finish(upload), 404);
        String other = good(li.post(
                        "/uploads",
                        new JsonObject()
                                .put("name", "a.txt")
                                .put("bytes", TEXT.length)
                                .put("sha256", "0".repeat(64))))
                .getString("id");
        good(li.chunk(other, 0, TEXT));
        assertThat(refused(li.finish(other), 422)).contains("another SHA-256");
    }

    @Test
    void a_large_photo_of_a_phone_is_given_back_as_it_was_taken() {
        byte[] photo = Arrays.copyOf(SampleFiles.jpeg("2026:11:20 16:04:09"), 8 << 20);
        byte[] grain = new byte[photo.length / 2];
        new Random(7).nextBytes(grain);
        System.arraycopy(grain, 0, photo, photo.length - grain.length, grain.length);
        JsonObject file = li.sent("IMG_2041.JPG", photo);
        assertThat(file.getString("kind")).isEqualTo("jpeg");
        assertThat(file.getString("capturedAt")).isEqualTo("2026-11-20T16:04:09");
        assertThat(file.getString("uploadedAt")).isEqualTo("2026-11-23T20:40:00+08:00");
        assertThat(file.getString("uploadedBy")).isEqualTo("li");
        HttpResponse<byte[]> content = li.get("/attachments/" + file.getString("id") + "/content");
        assertThat(content.body()).isEqualTo(photo);
        assertThat(content.headers().firstValue("content-length")).contains(String.valueOf(photo.length));
    }

    @Test
    void a_photo_as_newer_phones_take_it_is_one() {
        JsonObject file = li.sent("IMG_2042.HEIC", SampleFiles.heic("2026:11:20 16:05:00"));
        assertThat(file.getString("kind")).isEqualTo("heic");
        assertThat(file.getString("mediaType")).isEqualTo("image/heic");
        assertThat(file.getString("capturedAt")).isEqualTo("2026-11-20T16:05");
    }

    @Test
    void an_upload_is_its_senders_alone() {
        FileClient wang = officer(console, "wang");
        String upload = li.begin("seal.txt", TEXT.length);
        good(li.chunk(upload, 0, TEXT));
        String absent = refused(wang.get("/uploads/none"), 404);
        assertThat(refused(wang.get("/uploads/" + upload), 404)).isEqualTo(absent);
        assertThat(refused(wang.chunk(upload, 0, TEXT), 404)).isEqualTo(absent);
        assertThat(refused(wang.finish(upload), 404)).isEqualTo(absent);
        assertThat(refused(wang.ask("DELETE", "/uploads/" + upload, "application/json", new byte[0]), 404))
                .isEqualTo(absent);
        good(li.finish(upload));
        assertThat(refused(wang.finish(upload), 404)).isEqualTo(absent);
        String none = refused(wang.get("/attachments/none"), 404);
        assertThat(refused(wang.get("/attachments/" + upload), 404)).isEqualTo(none.replace("none", upload));
        assertThat(refused(wang.attach(upload, "enterprise", "lvyuan-food"), 404))
                .isEqualTo(none.replace("none", upload));
    }

    @Test
    void an_upload_is_given_up_also_when_it_is_finished_and_belongs_to_nothing() {
        for (boolean finished : new boolean[] {false, true}) {
            String upload = li.begin("seal.txt", TEXT.length);
            good(li.chunk(upload, 0, TEXT));
            if (finished) {
                good(li.finish(upload));
            }
            good(li.ask("DELETE", "/uploads/" + upload, "application/json", new byte[0]));
            refused(li.finish(upload), 404);
            refused(li.get("/attachments/" + upload), 404);
        }
    }

    @Test
    void a_full_disk_takes_no_files_and_a_kind_that_is_not_set_is_not_taken(@TempDir Path other) throws Exception {
        DocumentConfig full =
                DocumentConfig.defaults().with(20 << 20, Set.of(FileKind.PDF)).withMinFreeDisk(Long.MAX_VALUE / 2);
        try (SampleConsole console = SampleConsole.open(other, full)) {
            FileClient zhao = officer(console, "zhao");
            JsonObject upload = new JsonObject().put("name", "a.pdf").put("bytes", 5);
            assertThat(refused(zhao.post("/uploads", upload), 507)).contains("lacks room");
            JsonObject taken = good(zhao.get("/attachments?kind=park&id=fucun")).getJsonObject("taken");
            assertThat(taken.getJsonArray("kinds").size()).isEqualTo(1);
        }
    }

    @Test
    void a_disk_that_fails_is_said_to_and_all_else_goes_on(@TempDir Path other) throws Exception {
        try (SampleConsole console = SampleConsole.open(other, true)) {
            FileClient zhao = officer(console, "zhao");
            String upload = zhao.begin("seal.txt", TEXT.length);
            Path uploads = other.resolve("documents/uploads");
            Files.move(uploads, other.resolve("documents/away"));
            Files.writeString(uploads, "as a disk that was mounted read-only refuses to write");
            assertThat(refused(zhao.chunk(upload, 0, TEXT), 503)).contains("cannot read or write files");
            refused(zhao.post("/uploads", new JsonObject().put("name", "a.pdf").put("bytes", 5)), 503);
            good(zhao.get("/parks"));
            Files.delete(uploads);
            Files.move(other.resolve("documents/away"), uploads);
            good(zhao.chunk(upload, 0, TEXT));
        }
    }
}
