package io.greenpark.lab.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.chaos.notices.ChannelTally;
import io.greenpark.lab.chaos.notices.NoticesOptions;
import io.greenpark.lab.chaos.notices.NoticesReport;
import io.greenpark.lab.chaos.notices.NoticesResult;
import io.greenpark.lab.chaos.notices.NoticesRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code greenpark chaos --notices}: a hundred cases, and ten kills of the process that tells people of them. */
class NoticesIT {
    private static final int KILLS = Integer.getInteger("greenpark.chaos.kills", 10);
    private static final int CASES_PER_KILL = 10;

    @TempDir
    Path folder;

    @Test
    void each_step_reaches_every_receiver_in_order_and_under_one_id() throws Exception {
        NoticesOptions options = new NoticesOptions(KILLS, KILLS * CASES_PER_KILL, 20_261_130, folder);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        NoticesResult result = NoticesRun.run(options, nowhere, Clock.systemUTC());
        String report = NoticesReport.of(result);
        assertThat(result.passed()).as(report).isTrue();
        assertThat(result.amidDelivery()).as(report).isPositive();
        assertThat(result.channels())
                .extracting(ChannelTally::channel)
                .containsExactly("dingtalk", "feishu", "mail", "sms", "webhook", "wecom", "zhezhengding");
        assertThat(result.moods())
                .containsKeys("HANGS", "FAILS", "SAYS_TOO_MUCH", "CLOSES", "REFUSES", "TAKES_AND_CLOSES");
        assertThat(report).contains("**Passed**: lost 0, told twice 0", "--notices " + options.cases());
    }
}
