package io.greenpark.acceptance.sheet;

import io.greenpark.acceptance.comparison.DisplayReading;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance sheet (验收单) of one device.
 *
 * @param number of its own, for good; 0 while it is not begun
 * @param version 1, 2, 3 ... of every change; 0 while it is not begun
 * @param installer the signature of whoever compared
 * @param second the signature beside it, by which the device counts
 * @param words why it was given back, why a signature was taken back, or why it was accepted though a check failed
 * @param countsFrom from when on the data of the device count for judging
 * @param kept what it came to when it was accepted; till then it is computed
 */
public record AcceptanceSheet(
        long number,
        String deviceId,
        String enterpriseId,
        long version,
        SheetState state,
        SheetDraft draft,
        @Nullable SheetSignature installer,
        @Nullable SheetSignature second,
        @Nullable String words,
        @Nullable Instant countsFrom,
        @Nullable Compared kept,
        @Nullable Instant changedAt) {

    /** One that nobody has begun. */
    public static AcceptanceSheet notBegun(String deviceId, String enterpriseId, SheetDraft draft) {
        return new AcceptanceSheet(
                0, deviceId, enterpriseId, 0, SheetState.DRAFT, draft, null, null, null, null, null, null);
    }

    /** The same with the number that it got. */
    public AcceptanceSheet numbered(long own) {
        return new AcceptanceSheet(
                own,
                deviceId,
                enterpriseId,
                version,
                state,
                draft,
                installer,
                second,
                words,
                countsFrom,
                kept,
                changedAt);
    }

    /** Filled in; what was signed before was something else. */
    public AcceptanceSheet edited(SheetDraft now, Instant at) {
        return next(state, now, null, null, words, null, null, at);
    }

    public AcceptanceSheet signed(SheetSignature by) {
        return next(SheetState.SIGNED, draft, by, null, null, null, null, by.at());
    }

    public AcceptanceSheet returned(String why, Instant at) {
        return next(SheetState.RETURNED, draft, null, null, why, null, null, at);
    }

    /** A draft again: whoever signed first stands by it no longer. */
    public AcceptanceSheet takenBack(String why, Instant at) {
        return next(SheetState.DRAFT, draft, null, null, why, null, null, at);
    }

    /** @param why needed where a check failed */
    public AcceptanceSheet accepted(SheetSignature by, @Nullable String why, Instant from, Compared cameTo) {
        return next(SheetState.ACCEPTED, draft, installer, by, why, from, cameTo, by.at());
    }

    private AcceptanceSheet next(
            SheetState then,
            SheetDraft said,
            @Nullable SheetSignature first,
            @Nullable SheetSignature other,
            @Nullable String why,
            @Nullable Instant from,
            @Nullable Compared cameTo,
            Instant at) {
        return new AcceptanceSheet(
                number, deviceId, enterpriseId, version + 1, then, said, first, other, why, from, cameTo, at);
    }

    /** The first time at which display and platform were compared: from then on data count unless somebody says otherwise. */
    public Optional<Instant> firstCompared() {
        return readings().map(DisplayReading::at).min(Instant::compareTo);
    }

    /** All that was read at displays. */
    Stream<DisplayReading> readings() {
        return draft.lines().stream()
                .flatMap(line -> Stream.of(line.first(), line.second()))
                .filter(Objects::nonNull);
    }
}
