package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was previewed: a file, by its hash, on a change of the registry. It proves nothing about whoever sends it, and need not: what is
 * accepted is read and judged again.
 *
 * @param change number of the change
 * @param sha256 of the file, in hexadecimal
 */
record SheetToken(long change, String sha256) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9a-f]{64})");

    static SheetToken of(long change, byte[] file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
            return new SheetToken(change, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * That of a file which is read by something else too.
     *
     * @param beside what it is read by
     */
    static SheetToken of(long change, byte[] file, String beside) {
        byte[] more = beside.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, all, file.length, more.length);
        return of(change, all);
    }

    /** That of a request. */
    static SheetToken of(Question question) {
        Bilingual allowed = new Bilingual("预览回答中的 \"token\"", "\"token\" of the answer to the preview");
        String text = question.text("token").orElseThrow(() -> Parameter.missing("token", allowed));
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            throw Parameter.wrong("token", text, allowed);
        }
        return new SheetToken(Long.parseLong(m.group(1)), m.group(2));
    }

    @Override
    public String toString() {
        return change + "-" + sha256;
    }
}
