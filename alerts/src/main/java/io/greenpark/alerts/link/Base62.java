package io.greenpark.alerts.link;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Bytes as letters and digits, always so many. */
final class Base62 {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private Base62() {}

    static String write(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        for (int i = 0; i < length; i++) {
            BigInteger[] next = rest.divideAndRemainder(BASE);
            text.append(DIGITS.charAt(next[1].intValue()));
            rest = next[0];
        }
        if (rest.signum() != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes need more than " + length + " characters");
        }
        return text.reverse().toString();
    }

    /** So many bytes; null where the text is none of them. */
    static byte @Nullable [] read(String text, int length) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return null;
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] bytes = new byte[length];
        byte[] found = value.toByteArray();
        int sign = found[0] == 0 ? 1 : 0;
        int used = found.length - sign;
        if (used > length) {
            return null;
        }
        System.arraycopy(found, sign, bytes, length - used, used);
        return bytes;
    }
}
