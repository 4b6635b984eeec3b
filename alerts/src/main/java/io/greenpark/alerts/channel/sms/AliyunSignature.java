package io.greenpark.alerts.channel.sms;

import io.greenpark.config.digest.Sha256;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How Aliyun has its requests signed (ACS3-HMAC-SHA256): over method, path, parameters, some headers and a digest of the body.
 *
 * @param accessKeyId names the key
 * @param accessKeySecret the key
 * @param action the operation: {@code SendSms}
 * @param version of the operation
 */
record AliyunSignature(String accessKeyId, String accessKeySecret, String action, String version) {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    /** The headers that a request gets. */
    Map<String, String> headers(
            String method, URI uri, Map<String, String> query, String body, Instant at, String nonce) {
        SortedMap<String, String> signed = new TreeMap<>();
        signed.put("host", uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        signed.put("x-acs-action", action);
        signed.put("x-acs-content-sha256", Sha256.hex(body));
        signed.put("x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString());
        signed.put("x-acs-signature-nonce", nonce);
        signed.put("x-acs-version", version);
        String names = String.join(";", signed.keySet());
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String lines = signed.entrySet().stream()
                .map(h -> h.getKey() + ":" + h.getValue() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", method, path, encoded(query), lines, names, Sha256.hex(body));
        String signature = hmac(ALGORITHM + "\n" + Sha256.hex(request));
        Map<String, String> headers = new LinkedHashMap<>(signed);
        headers.remove("host");
        headers.put(
                "Authorization",
                ALGORITHM + " Credential=" + accessKeyId + ",SignedHeaders=" + names + ",Signature=" + signature);
        return headers;
    }

    /** Parameters by name, encoded as RFC 3986 has it. */
    static String encoded(Map<String, String> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(accessKeySecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Without its keys. */
    @Override
    public String toString() {
        return "AliyunSignature[" + action + "]";
    }
}
