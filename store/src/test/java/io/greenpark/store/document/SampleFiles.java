package io.greenpark.store.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Tiny files of every kind, as the programs that write them would. */
public final class SampleFiles {
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private SampleFiles() {}

    public static byte[] pdf() {
        return utf8("%PDF-1.4\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    public static byte[] png() {
        return image("png");
    }

    /** A photo that tells nothing of itself. */
    public static byte[] jpeg() {
        return image("jpg");
    }

    /** A photo as a camera makes it. */
    public static byte[] jpeg(String takenAt) {
        byte[] plain = jpeg();
        byte[] exif = concat(utf8("Exif\0\0"), exif(takenAt));
        ByteBuffer photo = ByteBuffer.allocate(plain.length + exif.length + 4);
        photo.put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) (exif.length + 2));
        return photo.put(exif).put(plain, 2, plain.length - 2).array();
    }

    public static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** A photo as a phone makes it, without the picture: boxes, and Exif as an item of its own. */
    public static byte[] heic(String takenAt) {
        byte[] exif = concat(new byte[4], exif(takenAt));
        return heic(exif, exif.length);
    }

    /** One that tells another length of its Exif. */
    public static byte[] heic(String takenAt, int saidLength) {
        return heic(concat(new byte[4], exif(takenAt)), saidLength);
    }

    private static byte[] heic(byte[] exif, int saidLength) {
        byte[] type = box("ftyp", utf8("heic\0\0\0\0mif1heic"));
        byte[] handler = box("hdlr", new byte[8], utf8("pict"), new byte[13]);
        byte[] item = box("infe", ints(2 << 24), shorts(1, 0), utf8("Exif\0"));
        byte[] items = box("iinf", ints(0), shorts(1), item);
        int before = type.length + 12 + handler.length + items.length + 30 + 8;
        byte[] place = box("iloc", ints(0), shorts(0x4400, 1, 1, 0, 1), ints(before, saidLength));
        return concat(type, box("meta", ints(0), handler, items, place), box("mdat", exif));
    }

    /** A picture of that sort whose first brand is another. */
    public static byte[] boxes(String major, String... compatible) {
        return concat(box("ftyp", utf8(major + "\0\0\0\0" + String.join("", compatible))), box("mdat", new byte[8]));
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    public static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(utf8("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gb18030(String text) {
        return text.getBytes(Charset.forName("GB18030"));
    }

    private static byte[] image(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Two directories, the second of them with nothing but DateTimeOriginal. */
    private static byte[] exif(String takenAt) {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(utf8("II")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        tiff.putShort((short) 1)
                .putShort((short) 0x9003)
                .putShort((short) 2)
                .putInt(20)
                .putInt(44)
                .putInt(0);
        return tiff.put(utf8(takenAt)).array();
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] content = concat(parts);
        return concat(ints(content.length + 8), utf8(type), content);
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
