package io.greenpark.store.document;

import io.greenpark.park.document.DocumentMessages;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a file is by its first bytes and its structure. The sender is not asked; the name only tells a table from another text,
 * which are alike in what they may do.
 */
final class FileTypes {
    private static final int HEAD = 512;
    private static final int BRAND = 4;
    private static final byte[] JPEG = bytes(0xff, 0xd8, 0xff);
    private static final byte[] PNG =
            bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R');
    private static final byte[] ZIP = bytes('P', 'K', 3, 4);

    /** Brands of pictures coded by HEVC, and of those that do not say (ISO/IEC 23008-12). AV1 ({@code avif}) is another kind. */
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");

    private static final Set<String> HEIF_BRANDS = Set.of("mif1", "msf1");

    private FileTypes() {}

    /** What a file is; refused if it is of no kind that is taken. */
    static DocumentResult<FileType> of(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, 0, ZIP)) {
            return OfficeFile.typeOf(file);
        }
        Optional<FileType> type = kindOf(head).map(FileType::of);
        if (type.isEmpty()) {
            type = PlainText.charsetOf(file).map(charset -> new FileType(textKind(name), charset));
        }
        return type.<DocumentResult<FileType>>map(Done::new)
                .orElseGet(() -> new Refused<>(DocumentMessages.notAccepted()));
    }

    private static Optional<FileKind> kindOf(byte[] head) {
        if (startsWith(head, 0, ascii("%PDF-"))) {
            return Optional.of(FileKind.PDF);
        } else if (startsWith(head, 0, JPEG)) {
            return Optional.of(FileKind.JPEG);
        } else if (startsWith(head, 0, PNG)) {
            return Optional.of(FileKind.PNG);
        } else if (startsWith(head, 0, ascii("RIFF")) && startsWith(head, 2 * BRAND, ascii("WEBPVP8"))) {
            return Optional.of(FileKind.WEBP);
        }
        return startsWith(head, BRAND, ascii("ftyp")) ? picture(head) : Optional.empty();
    }

    /** Of a file of boxes, as films are as well: the first brand is what it is, those after it say by whom it can be read. */
    private static Optional<FileKind> picture(byte[] head) {
        String major = text(head, 2 * BRAND);
        if (HEIC_BRANDS.contains(major)) {
            return Optional.of(FileKind.HEIC);
        }
        if (!HEIF_BRANDS.contains(major)) {
            return Optional.empty();
        }
        int end = Math.min(head.length, head[2] << 8 & 0xff00 | head[3] & 0xff);
        FileKind kind = FileKind.HEIF;
        for (int at = 4 * BRAND; at + BRAND <= end; at += BRAND) {
            if (text(head, at).startsWith("avi")) {
                return Optional.empty();
            }
            kind = HEIC_BRANDS.contains(text(head, at)) ? FileKind.HEIC : kind;
        }
        return Optional.of(kind);
    }

    private static FileKind textKind(String name) {
        return FileKind.CSV.isEndingOf(name) ? FileKind.CSV : FileKind.TXT;
    }

    private static String text(byte[] head, int at) {
        int end = Math.min(head.length, at + BRAND);
        return at >= end ? "" : new String(head, at, end - at, StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] head, int at, byte[] magic) {
        return head.length >= at + magic.length && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
