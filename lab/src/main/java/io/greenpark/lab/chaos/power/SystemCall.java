package io.greenpark.lab.chaos.power;

import java.util.List;

/**
 * A system call as strace saw it.
 *
 * @param entry when it was made, as the number of a line
 * @param exit when it had returned
 * @param arguments as printed, the path of a file descriptor behind it in angle brackets
 * @param result what it returned; negative where it failed
 */
record SystemCall(String name, long entry, long exit, String arguments, long result) {
    /** The texts among the arguments, decoded: paths and data. */
    List<byte[]> texts() {
        return Hex.quoted(arguments);
    }

    /** The file descriptor it begins with; negative if it begins otherwise. */
    int descriptor() {
        int end = 0;
        while (end < arguments.length() && Character.isDigit(arguments.charAt(end))) {
            end++;
        }
        return end == 0 ? -1 : Integer.parseInt(arguments, 0, end, 10);
    }

    /** What the first file descriptor refers to, as printed; empty if nothing was. */
    String descriptorName() {
        int from = arguments.indexOf('<');
        int to = arguments.indexOf(">", from);
        if (from < 0 || to < 0) {
            return "";
        }
        // Addresses hold an arrow.
        while (to > 0 && arguments.charAt(to - 1) == '-') {
            to = arguments.indexOf(">", to + 1);
        }
        return to < 0 ? "" : arguments.substring(from + 1, to);
    }

    /** The argument behind the last comma, a number. */
    long lastNumber() {
        return Long.parseLong(
                arguments.substring(arguments.lastIndexOf(',') + 1).strip());
    }
}
