package io.greenpark.alerts.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittingTextTest {
    private static final String FOOT = "查看：https://greenpark.example.org/#/cases";

    @Test
    void what_fits_is_told_whole() {
        assertThat(FittingText.of("汇总", List.of("一", "二"), FOOT, 2_048)).isEqualTo("汇总\n一\n二\n" + FOOT);
    }

    @Test
    void what_does_not_fit_is_left_out_from_the_end_and_that_is_shown() {
        String line = "锅炉烟囱氮氧化物小时均值超标".repeat(10);
        String text = FittingText.of("汇总", List.of(line, line, line, line, line, line), FOOT, 2_048);
        assertThat(text).startsWith("汇总\n" + line + "\n").endsWith("\n……\n" + FOOT);
        assertThat(FittingText.bytes(text)).isLessThanOrEqualTo(2_048);
    }

    @Test
    void it_never_has_more_bytes_than_allowed_and_never_half_a_character() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            List<String> lines = IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> text(random, 80))
                    .toList();
            int most = 200 + random.nextInt(4_000);
            String text = FittingText.of(text(random, 2_000), lines, FOOT, most);
            assertThat(FittingText.bytes(text)).isLessThanOrEqualTo(most);
            assertThat(text).endsWith(FOOT).doesNotContain("?");
        }
    }

    private static String text(Random random, int longest) {
        String[] characters = {"a", "é", "超", "标", "𠮷", "㎡", " "};
        return IntStream.range(0, random.nextInt(longest))
                .mapToObj(i -> characters[random.nextInt(characters.length)])
                .collect(Collectors.joining());
    }
}
