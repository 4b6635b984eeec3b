package io.greenpark.accounting.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time, of which those in common are counted once. */
final class CoveredTime {
    private final List<Span> spans = new ArrayList<>();

    void add(Span span) {
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && last.toMs() == span.fromMs()) {
            spans.set(spans.size() - 1, new Span(last.fromMs(), span.toMs()));
        } else {
            spans.add(span);
        }
    }

    long ms() {
        spans.sort(Comparator.comparingLong(Span::fromMs));
        long ms = 0;
        long passed = Long.MIN_VALUE;
        for (Span span : spans) {
            ms += new Span(Math.max(passed, span.fromMs()), span.toMs()).length();
            passed = Math.max(passed, span.toMs());
        }
        return ms;
    }
}
