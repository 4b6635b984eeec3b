package io.greenpark.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.document.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTimeTest {
    private static final String TAKEN = "2026:11:20 16:04:09";

    @TempDir
    private Path dir;

    private LocalDateTime of(FileKind kind, byte[] content) throws IOException {
        return CaptureTime.of(Files.write(dir.resolve("photo"), content), kind);
    }

    @Test
    void a_photo_of_a_camera_and_of_a_phone_say_when_they_were_taken() throws IOException {
        LocalDateTime taken = LocalDateTime.of(2026, 11, 20, 16, 4, 9);
        assertThat(of(FileKind.JPEG, SampleFiles.jpeg(TAKEN))).isEqualTo(taken);
        assertThat(of(FileKind.HEIC, SampleFiles.heic(TAKEN))).isEqualTo(taken);
    }

    @Test
    void a_clock_that_was_never_set_and_no_exif_at_all_say_nothing() throws IOException {
        assertThat(of(FileKind.JPEG, SampleFiles.jpeg("0000:00:00 00:00:00"))).isNull();
        assertThat(of(FileKind.JPEG, SampleFiles.jpeg("                   "))).isNull();
        assertThat(of(FileKind.JPEG, SampleFiles.jpeg("2026:02:30 10:00:00"))).isNull();
        assertThat(of(FileKind.JPEG, SampleFiles.jpeg())).isNull();
        assertThat(of(FileKind.PDF, SampleFiles.pdf())).isNull();
    }

    /** The photo is taken all the same, and what it says of its size costs no memory. */
    @Test
    void a_photo_that_is_cut_off_or_lies_about_its_lengths_says_nothing() throws IOException {
        assertThat(of(FileKind.HEIC, SampleFiles.heic(TAKEN, Integer.MAX_VALUE)))
                .isNull();
        byte[] heic = SampleFiles.heic(TAKEN);
        byte[] jpeg = SampleFiles.jpeg(TAKEN);
        for (int length = 16; length < 120; length++) {
            of(FileKind.HEIC, Arrays.copyOf(heic, length));
            of(FileKind.JPEG, Arrays.copyOf(jpeg, length));
        }
        for (int at = 0; at < heic.length; at++) {
            byte[] turned = heic.clone();
            turned[at] ^= 0x7f;
            of(FileKind.HEIC, turned);
        }
    }
}
