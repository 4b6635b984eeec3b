package io.greenpark.alerts.channel.zhezhengding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the gateway has its requests: signed over method, time, a number used once, path and the parameters by name as they are, which go out encoded.
 *
 * @param time as the gateway wants it: China's, with milliseconds
 * @param nonce 17 digits that are not used again
 */
record GatewayRequest(String method, String time, String nonce, String path, SortedMap<String, String> parameters) {
    /** The gateway's time is China's, wherever this installation runs. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.ofHours(8));

    static String time(Instant at) {
        return TIME.format(at);
    }

    String signature(String secret) {
        String text = method + "\n" + time + "\n" + nonce + "\n" + path + (parameters.isEmpty() ? "" : "\n" + joined());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private String joined() {
        return parameters.entrySet().stream().map(GatewayRequest::pair).collect(Collectors.joining("&"));
    }

    private static String pair(Map.Entry<String, String> parameter) {
        return parameter.getKey() + "=" + parameter.getValue();
    }

    /** The parameters as they go out, in the query or as a form. */
    String encoded() {
        return parameters.entrySet().stream()
                .map(p -> URLEncoder.encode(p.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
