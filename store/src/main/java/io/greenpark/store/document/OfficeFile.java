package io.greenpark.store.document;

import io.greenpark.park.document.DocumentMessages;
import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.FileType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A workbook or a text of Office Open XML: an archive told by the names in it. Nothing of it is unpacked. */
final class OfficeFile {
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String DOCUMENT = "word/document.xml";
    private static final String MACROS = "vbaproject.bin";

    private OfficeFile() {}

    /** What an archive is; refused if it is another one, or would run macros. */
    static DocumentResult<FileType> typeOf(Path archive) throws IOException {
        Set<String> names;
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            // Office takes names in any case for the same.
            names = zip.stream().map(e -> e.getName().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        } catch (ZipException | IllegalArgumentException e) {
            return new Refused<>(DocumentMessages.notAccepted());
        }
        boolean workbook = names.contains(WORKBOOK);
        if (!names.contains(CONTENT_TYPES) || workbook == names.contains(DOCUMENT)) {
            return new Refused<>(DocumentMessages.notAccepted());
        }
        return names.stream().anyMatch(name -> name.endsWith(MACROS))
                ? new Refused<>(DocumentMessages.hasMacros())
                : new Done<>(FileType.of(workbook ? FileKind.XLSX : FileKind.DOCX));
    }
}
