package io.greenpark.acceptance.desk;

import io.greenpark.acceptance.AcceptanceConfig;
import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.Nameplate;
import io.greenpark.acceptance.comparison.PlatformReading;
import io.greenpark.acceptance.comparison.Side;
import io.greenpark.acceptance.desk.SheetTable.StaleException;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.Compared;
import io.greenpark.acceptance.sheet.Confirmations;
import io.greenpark.acceptance.sheet.Refusal;
import io.greenpark.acceptance.sheet.SheetDraft;
import io.greenpark.acceptance.sheet.SheetRules;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.acceptance.sheet.SheetState;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps acceptance sheets and takes their steps. A step is done on the version that was seen or not at all. Accepting changes the
 * registry and the sheet in one transaction, so a kill leaves both or none. Any thread may call.
 */
public final class AcceptanceDesk {
    /** Databases take so many parameters of a statement and not all that many more. */
    private static final int PORTION = 1_000;

    private final Books books;
    private final RegistrySource registry;
    private final SheetComparison comparison;
    private final Registrar registrar;
    private final AcceptanceConfig config;
    private final Clock clock;

    /** Who carries out of the registry what two people have signed. */
    @FunctionalInterface
    public interface Registrar {
        /** Carries edits out, and something alongside in the same transaction, which is told the change's number; or none of both. */
        EditResult submit(EditRequest request, BiConsumer<Handle, @Nullable Long> alongside);
    }

    /**
     * A desk.
     *
     * @param registry of the whole district
     * @param history how it came to be
     * @param documents where photos are kept
     */
    public AcceptanceDesk(
            Books books,
            RegistrySource registry,
            RegistryHistory history,
            DocumentStore documents,
            Registrar registrar,
            AcceptanceConfig config,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.comparison = new SheetComparison(books, history, documents, config.tolerances());
        this.registrar = registrar;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of a step.
     *
     * @param refusal why nothing was done; null where it was
     * @param now the sheet since
     * @param unconfirmed the checks that fail of which nothing is said, where that is why
     * @param result what the registry said; null where it was not asked
     */
    public record Done(
            @Nullable Refusal refusal,
            AcceptanceSheet now,
            Compared compared,
            List<Check> unconfirmed,
            @Nullable EditResult result) {
        Done(@Nullable Refusal refusal, AcceptanceSheet now, Compared compared, @Nullable EditResult result) {
            this(refusal, now, compared, List.of(), result);
        }
    }

    /**
     * What the second signer says.
     *
     * @param words what else there is to say
     * @param said why, of each check that fails
     * @param countsFrom from when on the data are to count; null for the first time that was compared
     */
    public record Acceptor(
            SheetSignature signature,
            @Nullable String words,
            Confirmations said,
            @Nullable Instant countsFrom,
            Reach reach) {}

    public AcceptanceConfig config() {
        return config;
    }

    /** The sheet of a device that is not accepted; one that nobody has begun names the points that are to be compared. */
    public AcceptanceSheet look(Device device) {
        return books.read(handle -> SheetTable.open(handle, device.id())).orElseGet(() -> begin(device));
    }

    /** A sheet of a device. */
    public Optional<AcceptanceSheet> sheet(String device, long number) {
        return books.read(handle -> SheetTable.one(handle, device, number));
    }

    /** All sheets of a device, the newest first. */
    public List<AcceptanceSheet> sheets(String device) {
        return books.read(handle -> SheetTable.of(handle, device));
    }

    /** The newest sheet of each of some devices, by device; of one without any there is none. */
    public Map<String, AcceptanceSheet> newest(Collection<String> devices) {
        Map<String, AcceptanceSheet> newest = new HashMap<>();
        List<String> ids = List.copyOf(devices);
        books.read(handle -> {
            for (int i = 0; i < ids.size(); i += PORTION) {
                SheetTable.newest(handle, ids.subList(i, Math.min(ids.size(), i + PORTION)))
                        .forEach(sheet -> newest.put(sheet.deviceId(), sheet));
            }
            return true;
        });
        return newest;
    }

    /**
     * The devices whose sheets wait for a second signature that somebody can give: those who gave the first cannot. Whether it is theirs to
     * give it, and whether the device still waits, is not looked at.
     */
    public List<String> signedBesides(String person, String account) {
        return books.read(handle -> SheetTable.signedBesides(handle, person, account));
    }

    /** How far the sheets are that are not accepted, by device; a device without one is not among them. */
    public Map<String, SheetState> openStates() {
        return books.read(SheetTable::openStates);
    }

    /** What became of a sheet, oldest first. */
    public List<SheetStep> steps(long number) {
        return books.read(handle -> SheetTable.steps(handle, number));
    }

    /** What a sheet comes to: of one that is accepted, what it came to then. */
    public Compared compared(AcceptanceSheet sheet, Device device) {
        return compared(sheet, device, null);
    }

    /** @param from from when on the data would count; null for the first time that was compared */
    public Compared compared(AcceptanceSheet sheet, Device device, @Nullable Instant from) {
        Compared kept = sheet.kept();
        return kept != null
                ? kept
                : comparison.of(sheet, registry.current(), device, clock.instant(), countsFrom(sheet, from));
    }

    /** What the platform has of a point at a time. */
    public PlatformReading reading(Point point, Instant at) {
        return comparison.reading(point, at);
    }

    private AcceptanceSheet begin(Device device) {
        Registry current = registry.current();
        List<Point> points = SheetComparison.toCompare(current, device, clock.instant());
        List<Point> shown = points.isEmpty()
                ? current.pointsOfDevice(device.id()).values().stream()
                        .filter(p -> p.currentFacts().kind() != PointKind.STATE)
                        .toList()
                : points;
        List<DisplayLine> lines = shown.stream()
                .map(p -> new DisplayLine(p.id(), Side.PRIMARY, p.currentFacts().unit(), Nameplate.UNKNOWN, null, null))
                .toList();
        return AcceptanceSheet.notBegun(device.id(), device.enterpriseId(), new SheetDraft(null, null, lines));
    }

    /** Keeps what somebody typed. */
    public Done save(Device device, long version, SheetDraft draft) {
        AcceptanceSheet before = look(device);
        Optional<Refusal> refusal = SheetRules.againstEditing(before, version, device.acceptance());
        return refusal.isPresent()
                ? refused(refusal.get(), before, device)
                : put(before, before.edited(draft, clock.instant()), device, null, null);
    }

    /**
     * The signature of whoever compared. Checks that fail when it is given are each confirmed with words, as they are then.
     *
     * @param said why, of each of them
     */
    public Done sign(Device device, long version, SheetSignature by, Confirmations said) {
        AcceptanceSheet before = look(device);
        Compared compared = compared(before, device);
        Optional<Refusal> refusal = SheetRules.againstSigning(before, version, device.acceptance(), compared, said);
        if (refusal.isPresent()) {
            return refused(refusal.get(), before, compared, said);
        }
        SheetSignature signature = by.confirming(said.of(compared));
        String why = signature.reasons();
        return put(before, before.signed(signature), device, by.person(), why.isEmpty() ? null : why);
    }

    /** Takes the first signature back, with words: the sheet is a draft again, and nobody signs second what nobody stands by. */
    public Done takeBack(Device device, long version, String words, String person, String account) {
        AcceptanceSheet before = look(device);
        Optional<Refusal> refusal = SheetRules.againstTakingBack(before, version, person, account);
        return refusal.isPresent()
                ? refused(refusal.get(), before, device)
                : put(before, before.takenBack(words, clock.instant()), device, person, words);
    }

    /** Gives a sheet back to be filled in anew. */
    public Done giveBack(Device device, long version, String words, String who) {
        AcceptanceSheet before = look(device);
        Optional<Refusal> refusal = SheetRules.againstReturning(before, version);
        return refusal.isPresent()
                ? refused(refusal.get(), before, device)
                : put(before, before.returned(words, clock.instant()), device, who, words);
    }

    private static @Nullable Instant countsFrom(AcceptanceSheet sheet, @Nullable Instant said) {
        return said != null ? said : sheet.firstCompared().orElse(null);
    }

    /**
     * The second signature, by which the device counts: by what is registered when it is given. Where that becomes something else before
     * the registry takes it, nothing is done.
     */
    public Done accept(Device seen, long version, Acceptor by) {
        Registry compares = registry.current();
        Device device = compares.device(seen.id()).orElse(seen);
        AcceptanceSheet before = look(device);
        Instant from = countsFrom(before, by.countsFrom());
        Compared kept = before.kept();
        Compared compared = kept != null ? kept : comparison.of(before, compares, device, clock.instant(), from);
        Optional<Refusal> refusal = SheetRules.againstAccepting(
                before, version, device.acceptance(), by.signature(), compared, by.said(), from);
        if (refusal.isPresent() || from == null) {
            return refused(refusal.orElse(Refusal.COUNTS_FROM), before, compared, by.said());
        }
        SheetSignature signature = by.signature().confirming(by.said().of(compared));
        AcceptanceSheet accepted =
                before.accepted(signature, AcceptanceEdit.why(by.words(), signature), from, compared);
        try {
            EditResult result =
                    registrar.submit(AcceptanceEdit.of(accepted, signature, from, by.reach()), (handle, change) -> {
                        // The registry takes one change after the other, and has this one only once it is kept.
                        if (!AcceptanceEdit.isSame(device.id(), compares, registry.current())) {
                            throw new RegisteredMeanwhileException();
                        }
                        SheetTable.update(handle, accepted);
                        SheetTable.addStep(handle, accepted, signature.person(), accepted.words());
                    });
            return result.applied()
                    ? new Done(null, accepted, compared, result)
                    : new Done(Refusal.REGISTRY, before, compared, result);
        } catch (RegisteredMeanwhileException e) {
            return refused(
                    Refusal.REGISTERED_MEANWHILE,
                    look(device),
                    registry.current().device(device.id()).orElse(device));
        } catch (StaleException e) {
            return refused(Refusal.STALE, look(device), device);
        }
    }

    /** What was compared is not what is registered any longer. */
    private static final class RegisteredMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param who whose step it is; null for none */
    private Done put(
            AcceptanceSheet before,
            AcceptanceSheet after,
            Device device,
            @Nullable String who,
            @Nullable String words) {
        try {
            AcceptanceSheet written = books.write(tx -> {
                AcceptanceSheet now = after;
                if (before.version() == 0) {
                    now = SheetTable.insert(tx.handle(), after);
                } else {
                    SheetTable.update(tx.handle(), after);
                }
                if (who != null) {
                    SheetTable.addStep(tx.handle(), now, who, words);
                }
                return now;
            });
            return new Done(null, written, compared(written, device), null);
        } catch (StaleException e) {
            return refused(Refusal.STALE, look(device), device);
        }
    }

    private Done refused(Refusal refusal, AcceptanceSheet now, Device device) {
        return new Done(refusal, now, compared(now, device), null);
    }

    private static Done refused(Refusal refusal, AcceptanceSheet now, Compared compared, Confirmations said) {
        List<Check> lacking = refusal == Refusal.CHECKS ? said.lacking(compared) : List.of();
        return new Done(refusal, now, compared, lacking, null);
    }
}
