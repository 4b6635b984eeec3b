package io.greenpark.ingest.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The connections of {@code mqtt/vectors.txt}, whose head explains how they are written. */
public final class MqttVectors {
    private static final Map<String, String> WORDS =
            Map.of("@topic", "\"greenpark/m1/telemetry\"", "@login", "\"m1\" \"secret-m1\"");
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|'[^']*'|[{}]|[0-9A-Fa-f]+");

    /** One connection. */
    record Vector(String name, List<String> steps) {
        /** What the client sends, all at once. */
        byte[] sent() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String step : steps) {
                if (step.startsWith("> ")) {
                    all.writeBytes(bytes(step.substring(2)));
                } else if (step.startsWith("in ")) {
                    all.writeBytes(signIn(step));
                }
            }
            return all.toByteArray();
        }

        /** For JUnit's display. */
        @Override
        public String toString() {
            return name;
        }
    }

    private MqttVectors() {}

    static List<Vector> all() throws IOException {
        List<Vector> all = new ArrayList<>();
        for (String line : text().split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("  ")) {
                all.get(all.size() - 1).steps().add(line.strip());
            } else {
                all.add(new Vector(line.strip(), new ArrayList<>()));
            }
        }
        return all;
    }

    /** What the client of each connection sends. */
    public static List<byte[]> streams() throws IOException {
        return all().stream().map(Vector::sent).toList();
    }

    private static String text() throws IOException {
        try (InputStream in = MqttVectors.class.getResourceAsStream("/mqtt/vectors.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** CONNECT of {@code in 5} or {@code in 4}. */
    static byte[] signIn(String step) {
        return bytes(
                step.equals("in 5")
                        ? "10 { \"MQTT\" 05 C2 003C {} \"c\" @login }"
                        : "10 { \"MQTT\" 04 C2 003C \"c\" @login }");
    }

    static byte[] bytes(String notation) {
        String plain = notation;
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            plain = plain.replace(word.getKey(), word.getValue());
        }
        return block(TOKEN.matcher(plain));
    }

    /** The bytes up to the end or the closing brace. */
    private static byte[] block(Matcher tokens) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (tokens.find()) {
            String token = tokens.group();
            switch (token.charAt(0)) {
                case '{' -> {
                    byte[] inside = block(tokens);
                    RawClient.variable(block, inside.length);
                    block.writeBytes(inside);
                }
                case '}' -> {
                    return block.toByteArray();
                }
                case '"' -> RawClient.text(block, unquoted(token));
                case '\'' -> block.writeBytes(unquoted(token).getBytes(StandardCharsets.UTF_8));
                default -> hex(block, token);
            }
        }
        return block.toByteArray();
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1);
    }

    private static void hex(ByteArrayOutputStream block, String digits) {
        for (int i = 0; i < digits.length(); i += 2) {
            block.write(Integer.parseInt(digits.substring(i, i + 2), 16));
        }
    }
}
