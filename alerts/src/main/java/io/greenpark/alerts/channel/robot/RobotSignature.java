package io.greenpark.alerts.channel.robot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How robots have their messages signed: base64 of HMAC-SHA256 over a time and the robot's secret. */
final class RobotSignature {
    private RobotSignature() {}

    /** DingTalk: the secret is the key; time in milliseconds. */
    static String ofDingTalk(long timeMs, String secret) {
        return base64(secret, timeMs + "\n" + secret);
    }

    /** Feishu: time and secret are the key, nothing is signed; time in seconds. */
    static String ofFeishu(long timeS, String secret) {
        return base64(timeS + "\n" + secret, "");
    }

    private static String base64(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
