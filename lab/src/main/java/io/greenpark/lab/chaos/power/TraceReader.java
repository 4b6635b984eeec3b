package io.greenpark.lab.chaos.power;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what {@code strace -f -yy -xx} writes; a call that another thread interrupted takes two lines. */
final class TraceReader {
    /** Calls that change files or make them durable, and those that answer devices. */
    static final List<String> CALLS = List.of(
            "openat",
            "open",
            "creat",
            "pwrite64",
            "pwritev",
            "write",
            "writev",
            "sendto",
            "sendmsg",
            "fsync",
            "fdatasync",
            "sync_file_range",
            "ftruncate",
            "fallocate",
            "rename",
            "renameat",
            "renameat2",
            "unlink",
            "unlinkat",
            "rmdir",
            "mkdir",
            "mkdirat",
            "lseek");

    private static final String UNFINISHED = " <unfinished ...>";

    private record Begun(String name, long entry, String arguments) {}

    private final Map<String, Begun> begun = new HashMap<>();
    private final Consumer<SystemCall> to;

    private TraceReader(Consumer<SystemCall> to) {
        this.to = to;
    }

    /** The command line that records, without the program to run. */
    static List<String> command(Path trace) {
        return List.of(
                "strace",
                "-f",
                "-yy",
                "-xx",
                "-s",
                "100000000",
                "--seccomp-bpf",
                "-qq",
                "-o",
                trace.toString(),
                "-e",
                "trace=" + String.join(",", CALLS),
                "-e",
                "signal=none");
    }

    /** Passes on every call that returned, in the order in which they returned, and returns how many lines there are. */
    static long read(Path trace, Consumer<SystemCall> to) throws IOException {
        TraceReader reader = new TraceReader(to);
        long line = 0;
        try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                reader.line(text, line++);
            }
        }
        return line;
    }

    private void line(String text, long number) {
        int space = text.indexOf(' ');
        String thread = text.substring(0, space);
        String rest = text.substring(space).strip();
        if (rest.startsWith("<... ")) {
            Begun before = begun.remove(thread);
            if (before != null) {
                returned(
                        before,
                        before.arguments + rest.substring(rest.indexOf("resumed>") + "resumed>".length()),
                        number);
            }
        } else if (rest.endsWith(UNFINISHED)) {
            begun.put(thread, begun(rest.substring(0, rest.length() - UNFINISHED.length()), number));
        } else if (rest.indexOf('(') > 0) {
            Begun call = begun(rest, number);
            returned(call, call.arguments, number);
        }
    }

    private static Begun begun(String call, long number) {
        int open = call.indexOf('(');
        return new Begun(call.substring(0, open), number, call.substring(open + 1));
    }

    private void returned(Begun call, String text, long exit) {
        int close = text.lastIndexOf(')');
        int equals = text.lastIndexOf(" = ");
        if (equals < 0) {
            // The process died in it.
            return;
        }
        if (close > equals) {
            // An error is followed by its name in brackets.
            close = text.lastIndexOf(')', equals);
        }
        to.accept(new SystemCall(
                call.name, call.entry, exit, text.substring(0, close), result(text.substring(equals + 3))));
    }

    private static long result(String text) {
        int end = text.startsWith("-") ? 1 : 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 || text.charAt(end - 1) == '-' ? -1 : Long.parseLong(text, 0, end, 10);
    }
}
