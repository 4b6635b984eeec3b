package io.greenpark.alerts.channel.zhezhengding;

import io.greenpark.alerts.outbox.BureauRecipient;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of work messages of the government's DingTalk, section {@code alerts.zhezhengding}; off where no app key is set.
 *
 * @param url its gateway, without a path ({@code url})
 * @param appKey of the app that the platform's administrator made ({@code appKey}); null for no such messages
 * @param appSecret its secret, which requests are signed with ({@code appSecret})
 * @param tenantId of the tenant ({@code tenantId})
 * @param ip the address of this installation as the gateway is told it ({@code ip}, default 127.0.0.1)
 * @param mac the same of its network card ({@code mac}, default 00:00:00:00:00:00)
 * @param timeout the longest wait for an answer ({@code timeout}, default 10s)
 */
public record ZhezhengdingSettings(
        String url,
        @Nullable String appKey,
        String appSecret,
        String tenantId,
        String ip,
        String mac,
        Duration timeout) {
    public static ZhezhengdingSettings from(Settings s, List<BureauRecipient> bureau, Problems problems) {
        String appKey = s.textOrNull("appKey");
        String url = s.text("url", "https://openplatform-pro.ding.zj.gov.cn").replaceAll("/+$", "");
        String secret = s.secret("appSecret", problems);
        String tenantId = s.text("tenantId", "");
        if (appKey != null) {
            if (!url.matches("https?://[^\\s/]+")) {
                problems.add(
                        s.place("url"),
                        s.fullKey("url"),
                        "\"" + url + "\" is not allowed; accepted: the gateway's http or https URL without a path");
            }
            if (secret == null) {
                problems.add(s.place("appSecret"), s.fullKey("appSecret"), "is missing; give the app's secret");
            }
            if (!tenantId.matches("[0-9]{1,20}")) {
                problems.add(
                        s.place("tenantId"),
                        s.fullKey("tenantId"),
                        "\"" + tenantId + "\" is not allowed; accepted: the number of the tenant");
            }
        } else if (bureau.stream().anyMatch(r -> r.work() != null)) {
            problems.add(
                    s.place("appKey"),
                    s.fullKey("appKey"),
                    "is missing, and alerts.recipients have accounts of zhezhengding; set it, or take the accounts out");
        }
        return new ZhezhengdingSettings(
                url,
                appKey,
                Objects.requireNonNullElse(secret, ""),
                tenantId,
                s.text("ip", "127.0.0.1"),
                s.text("mac", "00:00:00:00:00:00"),
                s.duration(
                        "timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(25), problems));
    }

    /** Without its secret. */
    @Override
    public String toString() {
        return "ZhezhengdingSettings[" + url + ", tenant " + tenantId + "]";
    }
}
