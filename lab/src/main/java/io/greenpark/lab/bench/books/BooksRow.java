package io.greenpark.lab.bench.books;

import io.greenpark.lab.bench.books.ConsolePages.PageTimes;
import java.util.List;

/**
 * What was measured with so many enterprises.
 *
 * @param rawSeconds from the first reading sent until no reader had a lag
 * @param monthsSeconds to add all months of all enterprises up from the hours of their points
 * @param bytes of the books, readings and all, pages in use only, after their hours were folded
 * @param pages of the console, each with how long its answers take
 * @param lateMs from a late reading's acknowledgement until everything is booked, sorted
 */
record BooksRow(
        int enterprises,
        long readings,
        double rawSeconds,
        double monthsSeconds,
        long bytes,
        List<PageTimes> pages,
        List<Double> lateMs) {
    double readingsPerSecond() {
        return readings / rawSeconds;
    }

    double bytesPerPointHour() {
        return (double) bytes / readings;
    }

    /** Of sorted figures the one that so many percent do not exceed. */
    static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
