package io.greenpark.acceptance.sheet;

import io.greenpark.park.registry.Acceptance;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against the next step of a sheet. */
public final class SheetRules {
    private SheetRules() {}

    /** Against filling it in. */
    public static Optional<Refusal> againstEditing(AcceptanceSheet now, long version, Acceptance device) {
        return stale(now, version)
                .or(() -> now.state().isOpen() ? Optional.empty() : Optional.of(Refusal.STATE))
                .or(() -> waiting(device));
    }

    /**
     * Against the signature of whoever compared: checks may fail, since somebody else says what becomes of it, but nobody signs without
     * having seen which.
     */
    public static Optional<Refusal> againstSigning(
            AcceptanceSheet now, long version, Acceptance device, Compared compared, Confirmations said) {
        return againstEditing(now, version, device)
                .or(() -> now.version() > 0 && now.firstCompared().isPresent()
                        ? Optional.empty()
                        : Optional.of(Refusal.EMPTY))
                .or(() -> unconfirmed(compared, said));
    }

    /** Against taking the first signature back, which goes until the second one is given. */
    public static Optional<Refusal> againstTakingBack(
            AcceptanceSheet now, long version, String person, String account) {
        SheetSignature installer = now.installer();
        return againstReturning(now, version)
                .or(() -> installer != null && installer.isOf(person, account)
                        ? Optional.empty()
                        : Optional.of(Refusal.NOT_SIGNER));
    }

    /** Against giving it back. */
    public static Optional<Refusal> againstReturning(AcceptanceSheet now, long version) {
        return stale(now, version)
                .or(() -> now.state() == SheetState.SIGNED ? Optional.empty() : Optional.of(Refusal.STATE));
    }

    /**
     * Against accepting the device.
     *
     * @param said why, of each check that fails
     * @param countsFrom from when on its data are to count
     */
    public static Optional<Refusal> againstAccepting(
            AcceptanceSheet now,
            long version,
            Acceptance device,
            SheetSignature by,
            Compared compared,
            Confirmations said,
            @Nullable Instant countsFrom) {
        SheetSignature installer = now.installer();
        return againstReturning(now, version)
                .or(() -> waiting(device))
                .or(() -> installer == null || installer.isOf(by.person(), by.account())
                        ? Optional.of(Refusal.SAME_PERSON)
                        : Optional.empty())
                .or(() -> unconfirmed(compared, said))
                .or(() -> possible(device, by.at(), countsFrom) ? Optional.empty() : Optional.of(Refusal.COUNTS_FROM))
                .or(() -> isOfOneMeter(now, device, countsFrom) ? Optional.empty() : Optional.of(Refusal.OTHER_METER));
    }

    /**
     * Whether all that was read belongs to the meter that is to count: a device whose meter is replaced while it waits waits on, and a
     * sheet of the one meter says nothing of the other.
     */
    private static boolean isOfOneMeter(AcceptanceSheet sheet, Acceptance device, @Nullable Instant countsFrom) {
        return countsFrom != null
                && sheet.readings().allMatch(read -> device.at(read.at()).equals(device.at(countsFrom)));
    }

    private static boolean possible(Acceptance device, Instant now, @Nullable Instant countsFrom) {
        return countsFrom != null
                && !countsFrom.isAfter(now)
                && device.waitingSince()
                        .filter(since -> countsFrom.isBefore(since))
                        .isEmpty();
    }

    private static Optional<Refusal> unconfirmed(Compared compared, Confirmations said) {
        return said.lacking(compared).isEmpty() ? Optional.empty() : Optional.of(Refusal.CHECKS);
    }

    private static Optional<Refusal> stale(AcceptanceSheet now, long version) {
        return now.version() == version ? Optional.empty() : Optional.of(Refusal.STALE);
    }

    private static Optional<Refusal> waiting(Acceptance device) {
        return device.waitingSince().isPresent() ? Optional.empty() : Optional.of(Refusal.NOT_WAITING);
    }
}
