package io.greenpark.alerts.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AliyunSignatureTest {
    @Test
    void it_is_what_the_provider_s_own_example_has() {
        Map<String, String> headers = new AliyunSignature(
                        "YourAccessKeyId", "YourAccessKeySecret", "RunInstances", "2014-05-26")
                .headers(
                        "POST",
                        URI.create("https://ecs.cn-shanghai.aliyuncs.com/"),
                        Map.of(
                                "RegionId",
                                "cn-shanghai",
                                "ImageId",
                                "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
                        "",
                        Instant.parse("2023-10-26T10:22:32Z"),
                        "3156853299f313e23d1673dc12e1703d");
        assertThat(headers.get("Authorization"))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature="
                        + "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }
}
