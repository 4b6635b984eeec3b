package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.DocumentResult;
import io.greenpark.park.document.DocumentResult.Done;
import io.greenpark.park.document.DocumentResult.Refused;
import io.greenpark.park.document.FileKind;
import io.greenpark.park.document.FileType;
import io.greenpark.park.document.Refusal.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypesTest {
    private static final String TABLE = "企业,用电量\n钢铁厂,1234.5\n";

    @TempDir
    private Path dir;

    private DocumentResult<FileType> typeOf(byte[] content, String name) throws IOException {
        return FileTypes.of(Files.write(dir.resolve("file"), content), name);
    }

    private void assertIs(FileKind kind, String charset, byte[] content, String name) throws IOException {
        assertThat(typeOf(content, name)).as(name).isEqualTo(new Done<>(new FileType(kind, charset)));
    }

    private void assertRefused(Reason reason, byte[] content, String what) throws IOException {
        assertThat(typeOf(content, "photo.jpg")).as(what).isInstanceOfSatisfying(Refused.class, r -> assertThat(
                        ((Refused<?>) r).refusal().reason())
                .isEqualTo(reason));
    }

    @Test
    void every_kind_is_known_by_its_content_whatever_it_is_called() throws IOException {
        assertIs(FileKind.PDF, null, SampleFiles.pdf(), "scan.exe");
        assertIs(FileKind.JPEG, null, SampleFiles.jpeg(), "a.txt");
        assertIs(FileKind.JPEG, null, SampleFiles.jpeg("2026:11:20 16:04:09"), "a.jpg");
        assertIs(FileKind.PNG, null, SampleFiles.png(), "a.jpg");
        assertIs(FileKind.WEBP, null, SampleFiles.webp(), "a");
        assertIs(FileKind.HEIC, null, SampleFiles.heic("2026:11:20 16:04:09"), "IMG_1.HEIC");
        assertIs(FileKind.HEIC, null, SampleFiles.boxes("mif1", "mif1", "heic"), "a.heif");
        assertIs(FileKind.HEIF, null, SampleFiles.boxes("mif1", "mif1", "miaf"), "a.heif");
        assertIs(FileKind.XLSX, null, SampleFiles.xlsx(), "report.zip");
        assertIs(FileKind.DOCX, null, SampleFiles.docx(), "contract");
    }

    @Test
    void texts_are_taken_in_both_character_sets_and_are_tables_by_their_name() throws IOException {
        assertIs(FileKind.CSV, "UTF-8", SampleFiles.utf8(TABLE), "用电.CSV");
        assertIs(FileKind.CSV, "UTF-8", SampleFiles.utf8("\uFEFF" + TABLE), "excel.csv");
        assertIs(FileKind.CSV, "GB18030", SampleFiles.gb18030(TABLE), "excel.csv");
        assertIs(FileKind.TXT, "GB18030", SampleFiles.gb18030("说明：示数为 12.5\r\n"), "说明");
        assertIs(FileKind.TXT, "UTF-8", SampleFiles.utf8("NOx <5 mg/m3, a<b"), "page.html");
        assertIs(FileKind.TXT, "UTF-8", SampleFiles.utf8("<5 mg/m3"), "limits.txt");
    }

    @Test
    void what_runs_is_refused() throws IOException {
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.concat(SampleFiles.utf8("MZ"), new byte[60]), "Windows");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.concat(SampleFiles.utf8("\177ELF"), new byte[60]), "Linux");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8("#!/bin/sh\nrm -rf /\n"), "script");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.zip("META-INF/MANIFEST.MF", "A.class"), "jar");
        assertRefused(
                Reason.HAS_MACROS,
                SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
                "macros");
    }

    @Test
    void what_a_browser_would_take_for_a_page_is_refused() throws IOException {
        for (String page : new String[] {
            "<!DOCTYPE html><title>x</title>",
            "\uFEFF \n<HTML>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<?xml version='1.0'?><svg/>",
            "<!-- a picture --><svg/>",
            "a harmless beginning <script>alert(1)</script>"
        }) {
            assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8(page), page);
            assertRefused(Reason.NOT_ACCEPTED, SampleFiles.gb18030(page + " 钢铁厂"), page);
            assertRefused(Reason.NOT_ACCEPTED, page.getBytes(StandardCharsets.UTF_16), page);
        }
    }

    @Test
    void other_archives_films_and_bytes_without_meaning_are_refused() throws IOException {
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.zip("notes.txt"), "zip");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.zip("[Content_Types].xml", "ppt/presentation.xml"), "slides");
        assertRefused(
                Reason.NOT_ACCEPTED,
                SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml", "word/document.xml"),
                "two at once");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8("PK\3\4 and no more"), "half a zip");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.boxes("isom", "mp41"), "film");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.boxes("mif1", "avif"), "AV1");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8("GIF89a\1\0\1\0"), "GIF");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8("a text\0with more"), "NUL");
        assertRefused(Reason.NOT_ACCEPTED, SampleFiles.utf8("RIFF\1\1\1\1WAVEfmt "), "sound");
        byte[] noise = new byte[4_096];
        new Random(1).nextBytes(noise);
        assertRefused(Reason.NOT_ACCEPTED, noise, "noise");
    }
}
