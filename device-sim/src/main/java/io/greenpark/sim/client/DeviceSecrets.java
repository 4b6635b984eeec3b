package io.greenpark.sim.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of devices and gateways, from the file {@code credentials/devices.csv} that the server writes at its first
 * start. Its header names the columns; {@code id}, {@code password} and {@code psk} are used.
 */
public final class DeviceSecrets {
    private final Path file;
    private final Map<String, Secret> byId;

    private DeviceSecrets(Path file, Map<String, Secret> byId) {
        this.file = file;
        this.byId = byId;
    }

    /**
     * Secrets of one sender.
     *
     * @param id user name at the MQTT listener, identity at the CoAP listener
     * @param pskHex pre-shared key, hexadecimal; null if the file has none
     */
    public record Secret(
            String id, String password, @Nullable String pskHex) {
        @Override
        public String toString() {
            return "Secret[id=" + id + "]";
        }
    }

    /**
     * Reads the file below a data directory.
     *
     * @throws SenderException if it is missing or has no usable header
     */
    public static DeviceSecrets of(Path dataDirectory) {
        Path file = dataDirectory.resolve("credentials").resolve("devices.csv");
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SenderException(file + ": cannot be read (" + e.getClass().getSimpleName()
                    + "); the server writes it at its first start, so start it with the same --data");
        }
        List<String> header =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).strip().split(",", -1));
        int id = header.indexOf("id");
        int password = header.indexOf("password");
        int psk = header.indexOf("pskHex");
        if (id < 0 || password < 0) {
            throw new SenderException(file + ":1: \"" + String.join(",", header)
                    + "\"; the header must name the columns id and password");
        }
        Map<String, Secret> byId = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.strip().split(",", -1);
            if (cells.length > Math.max(id, password)) {
                byId.put(
                        cells[id],
                        new Secret(cells[id], cells[password], psk < 0 || psk >= cells.length ? null : cells[psk]));
            }
        }
        return new DeviceSecrets(file, byId);
    }

    /**
     * The secret of a device or gateway.
     *
     * @throws SenderException if the file does not have it
     */
    public Secret of(String id) {
        Secret secret = byId.get(id);
        if (secret == null) {
            throw new SenderException(file + ": \"" + id + "\" is not in it; does the server's configuration have this"
                    + " device or gateway?");
        }
        return secret;
    }
}
