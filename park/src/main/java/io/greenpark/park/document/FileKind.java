package io.greenpark.park.document;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of files that are taken. None of them can run by itself, and none is a page that would act in the console's name
 * where a browser opens it. {@link #code} is kept.
 */
public enum FileKind {
    PDF("pdf", "application/pdf", true, "pdf"),
    JPEG("jpeg", "image/jpeg", true, "jpg", "jpeg"),
    PNG("png", "image/png", true, "png"),
    HEIC("heic", "image/heic", true, "heic", "heif"),
    /** What {@link #HEIC} is without saying how the picture is coded. */
    HEIF("heif", "image/heif", true, "heif", "heic"),
    WEBP("webp", "image/webp", true, "webp"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
    /** A text that is called a table by its name: its content cannot tell. */
    CSV("csv", "text/csv", false, "csv"),
    TXT("txt", "text/plain", false, "txt");

    private final String code;
    private final String mediaType;
    private final boolean inline;
    private final List<String> endings;

    FileKind(String code, String mediaType, boolean inline, String... endings) {
        this.code = code;
        this.mediaType = mediaType;
        this.inline = inline;
        this.endings = List.of(endings);
    }

    /** The kind of a code that was kept. */
    public static FileKind ofCode(String code) {
        for (FileKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind of files \"" + code + "\"");
    }

    public String code() {
        return code;
    }

    /** Without a character set. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it; the others are saved. */
    public boolean inline() {
        return inline;
    }

    /** Whether a name ends as names of this kind do. */
    public boolean isEndingOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    /** The ending that a name of this kind is given where it has none, without the dot. */
    public String ending() {
        return endings.get(0);
    }
}
