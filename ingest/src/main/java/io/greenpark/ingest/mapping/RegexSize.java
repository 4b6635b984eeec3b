package io.greenpark.ingest.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression becomes with its counted repetitions written out, about: that is what matching takes memory and time by.
 * {@code a{3}} is 3, {@code (a{30}b){30}} is 930. Saturates.
 */
final class RegexSize {
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?}");
    private static final long LARGEST = Integer.MAX_VALUE;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        return new RegexSize(regex).size();
    }

    private long size() {
        while (at < regex.length()) {
            step();
        }
        while (!outer.isEmpty()) {
            closeGroup();
        }
        return sum;
    }

    private void step() {
        switch (regex.charAt(at)) {
            case '\\' -> {
                at += 2;
                atom(1);
            }
            case '[' -> {
                at = endOfClass();
                atom(1);
            }
            case '(' -> {
                at++;
                outer.push(sum);
                sum = 0;
                last = 0;
            }
            case ')' -> {
                at++;
                closeGroup();
            }
            case '{' -> repeat();
            default -> {
                at++;
                atom(1);
            }
        }
    }

    private void atom(long size) {
        last = size;
        sum = Math.min(LARGEST, sum + size);
    }

    private void closeGroup() {
        long inner = Math.max(1, sum);
        sum = outer.isEmpty() ? 0 : outer.pop();
        atom(inner);
    }

    private void repeat() {
        Matcher counted = COUNTED.matcher(regex).region(at, regex.length());
        if (!counted.lookingAt()) {
            at++;
            atom(1);
            return;
        }
        at = counted.end();
        String least = counted.group(1);
        String most = counted.group(3);
        long times = Math.max(1, Long.parseLong(most == null || most.isEmpty() ? least : most));
        long repeated = Math.min(LARGEST, last * times);
        sum = Math.min(LARGEST, sum - last + repeated);
        last = repeated;
    }

    /** Behind the bracket that closes the class which begins here. */
    private int endOfClass() {
        int i = at + 1;
        if (i < regex.length() && regex.charAt(i) == '^') {
            i++;
        }
        int first = i;
        while (i < regex.length() && (regex.charAt(i) != ']' || i == first)) {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
