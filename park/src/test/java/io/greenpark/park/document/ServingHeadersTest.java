package io.greenpark.park.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServingHeadersTest {
    private static ServingHeaders of(String name, FileType type) {
        return ServingHeaders.of(
                new StoredDocument("1", name, type, "00", 1, null, null, Instant.EPOCH, "li", null, null));
    }

    @Test
    void nothing_is_guessed_at_run_or_sent_on() {
        for (FileKind kind : FileKind.values()) {
            ServingHeaders headers = of("a", FileType.of(kind));
            assertThat(headers.byName())
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Content-Type", kind.mediaType());
            if (kind != FileKind.PDF) {
                assertThat(headers.contentSecurityPolicy()).isEqualTo("default-src 'none'; sandbox");
            }
        }
    }

    @Test
    void pictures_and_pdfs_are_shown_and_all_others_saved() {
        assertThat(of("a.pdf", FileType.of(FileKind.PDF)).contentDisposition()).startsWith("inline;");
        assertThat(of("a.heic", FileType.of(FileKind.HEIC)).contentDisposition())
                .startsWith("inline;");
        assertThat(of("a.csv", new FileType(FileKind.CSV, "GB18030")).contentDisposition())
                .startsWith("attachment;");
        assertThat(of("a.docx", FileType.of(FileKind.DOCX)).contentDisposition())
                .startsWith("attachment;");
    }

    @Test
    void a_browser_shows_a_pdf_which_a_sandbox_would_keep_it_from() {
        assertThat(of("a.pdf", FileType.of(FileKind.PDF)).contentSecurityPolicy())
                .doesNotContain("sandbox")
                .contains("frame-ancestors 'self'");
    }

    @Test
    void a_text_says_its_character_set() {
        assertThat(of("a.csv", new FileType(FileKind.CSV, "GB18030")).contentType())
                .isEqualTo("text/csv; charset=GB18030");
    }

    @Test
    void a_name_that_says_another_kind_gets_the_ending_of_its_own() {
        assertThat(of("page.html", new FileType(FileKind.TXT, "UTF-8")).contentDisposition())
                .contains("filename=\"page.html.txt\"");
        assertThat(of("IMG_1.JPEG", FileType.of(FileKind.JPEG)).contentDisposition())
                .contains("filename=\"IMG_1.JPEG\"");
    }

    @Test
    void no_name_breaks_out_of_its_header() {
        assertThat(of("合同 \"2026\"; x='y'.pdf", FileType.of(FileKind.PDF)).contentDisposition())
                .isEqualTo("inline; filename=\"__ _2026__ x__y_.pdf\";"
                        + " filename*=UTF-8''%E5%90%88%E5%90%8C%20%222026%22%3B%20x%3D%27y%27.pdf");
    }
}
