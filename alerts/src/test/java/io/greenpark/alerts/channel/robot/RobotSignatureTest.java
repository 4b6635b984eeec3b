package io.greenpark.alerts.channel.robot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Recorded vectors of the robots' signatures. */
class RobotSignatureTest {
    @Test
    void dingtalk_has_the_secret_as_key_and_time_and_secret_as_text() {
        assertThat(RobotSignature.ofDingTalk(1_577_808_000_000L, "this is secret"))
                .isEqualTo("ijHEivi6YiCNPZOq4hZstmvZ3sPfbioAiMhP30ae7W0=");
    }

    @Test
    void feishu_has_time_and_secret_as_key_and_no_text() {
        assertThat(RobotSignature.ofFeishu(1_599_360_473L, "this is secret"))
                .isEqualTo("/eYKrXQBzTjUZJ3s6NX16VxGbTwmK7AEs8/FnvC1CSw=")
                .isNotEqualTo(RobotSignature.ofDingTalk(1_599_360_473L, "this is secret"));
        assertThat(RobotSignature.ofFeishu(1_700_000_000L, "abc123"))
                .isEqualTo("J0suvZQ7pBIXibHw5hyQvuZiXVa3ct5lilLN472FoLk=");
    }
}
