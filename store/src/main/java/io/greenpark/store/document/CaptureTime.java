package io.greenpark.store.document;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.heif.HeifMetadataReader;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import io.greenpark.park.document.FileKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a photo was taken: {@code DateTimeOriginal} of Exif, as cameras write it into JPEG and HEIC. */
final class CaptureTime {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureTime.class);
    private static final DateTimeFormatter EXIF =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private CaptureTime() {}

    /** Null where the photo does not say it, or not in a way that can be read: a photo is no worse for that. */
    static @Nullable LocalDateTime of(Path file, FileKind kind) {
        try (InputStream photo = new BufferedInputStream(Files.newInputStream(file))) {
            return switch (kind) {
                // Of all that may stand in a JPEG only Exif is read: the other parts are somebody's bytes as well.
                case JPEG -> original(JpegMetadataReader.readMetadata(photo, List.of(new ExifReader())));
                case HEIC, HEIF -> original(HeifMetadataReader.readMetadata(photo));
                default -> null;
            };
        } catch (IOException | ImageProcessingException | RuntimeException e) {
            LOG.debug("documents: the Exif of {} cannot be read", file, e);
            return null;
        }
    }

    private static @Nullable LocalDateTime original(Metadata metadata) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        String text = exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
        try {
            return text == null ? null : LocalDateTime.parse(text.strip(), EXIF);
        } catch (DateTimeException e) {
            // Cameras whose clock was never set write blanks or zeros.
            return null;
        }
    }
}
