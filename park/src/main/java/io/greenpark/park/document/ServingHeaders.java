package io.greenpark.park.document;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of HTTP with which a document is given to a browser so that nothing in it can act in the console's name: it is what it
 * was found to be and is not guessed at, is saved unless it is a picture or a PDF, and loads, runs and sends nothing.
 *
 * @param contentType media type, of a text with its character set
 * @param contentDisposition shown or saved, and under which name
 * @param contentSecurityPolicy what it may do
 */
public record ServingHeaders(String contentType, String contentDisposition, String contentSecurityPolicy) {
    private static final String SANDBOX = "default-src 'none'; sandbox";
    /**
     * Browsers show PDFs by a viewer of their own, which a sandbox and {@code default-src} keep from starting (Chromium issue
     * 41131921); scripts of a PDF run in that viewer, not in our origin.
     */
    private static final String PDF_VIEWER = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final String UNESCAPED = "!#$&+-.^_`|~";

    /** Of a document. */
    public static ServingHeaders of(StoredDocument document) {
        FileKind kind = document.type().kind();
        return new ServingHeaders(
                document.type().mediaType(),
                (kind.inline() ? "inline" : "attachment") + fileName(nameToSave(document)),
                kind == FileKind.PDF ? PDF_VIEWER : SANDBOX);
    }

    /** All of them by their names. */
    public Map<String, String> byName() {
        return new TreeMap<>(Map.of(
                "Content-Type",
                contentType,
                "Content-Disposition",
                contentDisposition,
                "Content-Security-Policy",
                contentSecurityPolicy,
                "X-Content-Type-Options",
                "nosniff",
                // As frame-ancestors says, to browsers that know only this.
                "X-Frame-Options",
                contentSecurityPolicy.equals(PDF_VIEWER) ? "SAMEORIGIN" : "DENY",
                "Cross-Origin-Resource-Policy",
                "same-origin"));
    }

    /** The file is opened by what its name's ending says, so that one says what the file is. */
    private static String nameToSave(StoredDocument document) {
        FileKind kind = document.type().kind();
        return kind.isEndingOf(document.name()) ? document.name() : document.name() + "." + kind.ending();
    }

    /** The name twice: for all browsers, and for those that read other letters (RFC 6266). */
    private static String fileName(String name) {
        return "; filename=\"" + name.replaceAll("[^A-Za-z0-9 ._()-]", "_") + "\"; filename*=UTF-8''" + escaped(name);
    }

    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (plain || UNESCAPED.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append(String.format("%%%02X", (int) c));
            }
        }
        return text.toString();
    }
}
