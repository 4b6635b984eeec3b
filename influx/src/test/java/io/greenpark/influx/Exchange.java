package io.greenpark.influx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded exchange of {@code exchanges/}: what a server must be asked and what it answers. Sources are in the README
 * beside them.
 */
record Exchange(
        String requestLine, Map<String, String> requestHeaders, int status, Map<String, String> headers, String body) {
    static Exchange read(String name) {
        try (InputStream in = Exchange.class.getResourceAsStream("exchanges/" + name + ".http")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no recorded exchange " + name);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int answer = lines.indexOf("") + 1;
            List<String> rest = lines.subList(answer, lines.size());
            int body = rest.indexOf("") + 1;
            return new Exchange(
                    lines.get(0),
                    headers(lines.subList(1, answer - 1)),
                    Integer.parseInt(rest.get(0).split(" ")[1]),
                    headers(rest.subList(1, body == 0 ? rest.size() : body - 1)),
                    body == 0 ? "" : String.join("\n", new ArrayList<>(rest.subList(body, rest.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        return headers;
    }
}
