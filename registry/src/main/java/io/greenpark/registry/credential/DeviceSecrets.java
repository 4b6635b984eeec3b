package io.greenpark.registry.credential;

import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.Secrets;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code devices.csv}: what a device or gateway is set up with. An empty field is filled with a new secret at
 * the next start or reload.
 *
 * @param password for its user name, which is its id
 * @param token may be used in place of user name and password
 * @param pskHex pre-shared key of DTLS, hexadecimal; the identity is the id
 */
record DeviceSecrets(Principal owner, String password, String token, String pskHex) {
    static final String HEADER = "kind,id,username,password,token,pskHex";

    private static final int COLUMNS = 6;
    private static final String PSK = "([0-9a-fA-F]{2}){0,64}";

    /** The lines of a file by their owner. */
    static Map<Principal, DeviceSecrets> parse(String text, Path file) {
        Map<Principal, DeviceSecrets> secrets = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.equals(HEADER)) {
                continue;
            }
            DeviceSecrets parsed = line(line.split(",", -1));
            if (parsed == null) {
                throw new CredentialException(
                        file + ":" + (i + 1) + ": is not a line of " + HEADER
                                + " with kind device or gateway, no commas in a secret and a hexadecimal key; correct or remove it");
            }
            if (secrets.put(parsed.owner, parsed) != null) {
                throw new CredentialException(
                        file + ":" + (i + 1) + ": \"" + parsed.owner.id() + "\" stands twice; keep one line");
            }
        }
        return secrets;
    }

    private static @Nullable DeviceSecrets line(String[] columns) {
        boolean wellFormed = columns.length == COLUMNS
                && (columns[0].equals("device") || columns[0].equals("gateway"))
                && !columns[1].isBlank()
                && columns[5].strip().matches(PSK);
        if (!wellFormed) {
            return null;
        }
        Principal.Kind kind = Principal.Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
        return new DeviceSecrets(
                new Principal(kind, columns[1].strip()), columns[3].strip(), columns[4].strip(), columns[5].strip());
    }

    /** The file of these lines. */
    static String write(Map<Principal, DeviceSecrets> secrets) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (DeviceSecrets s : secrets.values()) {
            String kind = s.owner.kind().name().toLowerCase(Locale.ROOT);
            text.append(String.join(",", kind, s.owner.id(), s.owner.id(), s.password, s.token, s.pskHex))
                    .append('\n');
        }
        return text.toString();
    }

    /** The same with every empty field made; the password only if the registry gives no hash of one. */
    DeviceSecrets filled(boolean passwordGiven) {
        return new DeviceSecrets(
                owner,
                password.isEmpty() && !passwordGiven ? Secrets.secret() : password,
                token.isEmpty() ? Secrets.secret() : token,
                pskHex.isEmpty() ? newPskHex() : pskHex);
    }

    /** A key whose bytes are printable, so that it can be handed to devices and tools that take keys as text. */
    private static String newPskHex() {
        return HexFormat.of().formatHex(Secrets.secret().getBytes(StandardCharsets.US_ASCII));
    }

    /** Names the owner and no secret. */
    @Override
    public String toString() {
        return "secrets of " + owner.id();
    }
}
