package io.greenpark.ingest.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a member says about time. Names are compared without case and without what joins words ({@code _ - @ $ .}
 * and spaces), so that {@code collectTime}, {@code collect_time} and {@code CollectTime} are one.
 */
enum TimeName {
    /** The time of the values, as widespread gateways, loggers and standards call it. */
    UNDERSTOOD,
    /** Some time: of sending, of arrival at a server, of a report. Whether it is that of the values cannot be known. */
    SOME,
    /** Not a time. */
    NONE;

    private static final Set<String> OF_VALUES = Set.of(
            "ts",
            "t",
            "time",
            "timestamp",
            "tstamp",
            "datetime",
            "datatime",
            "timestampms",
            "tsms",
            "timems",
            "epoch",
            "epochms",
            "unixtime",
            "collecttime",
            "collectiontime",
            "collectedat",
            "sampletime",
            "samplingtime",
            "sampledat",
            "measuretime",
            "measurementtime",
            "measuredat",
            "acquisitiontime",
            "acquiretime",
            "gathertime",
            "readtime",
            "readingtime",
            "recordtime",
            "eventtime",
            "phenomenontime",
            "observedat",
            "dateobserved",
            "sourcetimestamp",
            "sourcetime",
            "metertime",
            "devicetime",
            "时间",
            "时间戳",
            "数据时间",
            "采集时间",
            "采样时间",
            "监测时间",
            "测量时间",
            "抄表时间");

    /** Lengths of time, which end like times. */
    private static final Set<String> LENGTHS = Set.of(
            "uptime",
            "downtime",
            "runtime",
            "runningtime",
            "ontime",
            "offtime",
            "worktime",
            "workingtime",
            "operatingtime",
            "lifetime",
            "cycletime",
            "totaltime",
            "delaytime",
            "responsetime",
            "sleeptime",
            "holdtime",
            "运行时间",
            "工作时间",
            "停机时间");

    private static final String[] ENDINGS_OF_TIMES = {"time", "timestamp", "date", "utc", "时间", "时间戳", "时刻", "日期"};

    static TimeName of(String name) {
        if (!endsLikeTime(name)) {
            return NONE;
        }
        String plain = plain(name);
        if (OF_VALUES.contains(plain)) {
            return UNDERSTOOD;
        }
        return endsWithOneOf(plain, ENDINGS_OF_TIMES) && !LENGTHS.contains(plain) ? SOME : NONE;
    }

    /** Whether the name says so little, as {@code t} does, that only a time of our days as its content makes it one. */
    static boolean isShort(String name) {
        return name.length() == 1;
    }

    /**
     * Whether a member of this name is no value although its content cannot be read as a time. A number of some other time
     * may be one: the minutes that a report took.
     */
    boolean isNeverValue(String name, @Nullable JsonToken content) {
        boolean mayBeValue = this == SOME && content != null && (content.isNumeric() || content.isBoolean());
        return this != NONE && !isShort(name) && !mayBeValue && content != JsonToken.VALUE_NULL;
    }

    /** Two letters rule nearly every other name out: each bare key is asked about. */
    private static boolean endsLikeTime(String name) {
        int length = name.length();
        if (length == 0) {
            return false;
        }
        char before = length == 1 ? '_' : Character.toLowerCase(name.charAt(length - 2));
        return switch (Character.toLowerCase(name.charAt(length - 1))) {
            case 'e' -> before == 'm' || before == 't'; // time, date
            case 'p' -> before == 'm'; // stamp
            case 's' -> before == 't' || before == 'm'; // ts, ms
            case 't' -> before == 'a' || !Character.isLetter(before); // at, t
            case 'h', 'd' -> before == 'c' || before == 'e'; // epoch, observed
            case 'c' -> before == 't'; // utc
            case '间', '戳', '刻', '期' -> true;
            default -> false;
        };
    }

    private static boolean endsWithOneOf(String name, String[] endings) {
        for (String ending : endings) {
            int length = ending.length();
            if (name.regionMatches(true, name.length() - length, ending, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
