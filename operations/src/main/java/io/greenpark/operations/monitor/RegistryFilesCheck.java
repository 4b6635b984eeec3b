package io.greenpark.operations.monitor;

import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says why what the registry's files say is not in force. */
final class RegistryFilesCheck {
    /** More of them fill a page and tell nobody more. */
    private static final int MOST_FAULTS = 10;

    private RegistryFilesCheck() {}

    static List<Trouble> troubles(FilesStatus files) {
        return switch (files.state()) {
            case IN_FORCE -> List.of();
            case WAITING -> List.of(new Trouble(TroubleKind.REGISTRY_WAITING, waiting(files)));
            case FAULTY -> faulty(files);
        };
    }

    private static List<Trouble> faulty(FilesStatus files) {
        List<FileFault> faults = files.faults();
        List<Trouble> troubles = new ArrayList<>();
        faults.stream()
                .limit(MOST_FAULTS)
                .forEach(f -> troubles.add(
                        new Trouble(TroubleKind.REGISTRY_FAULTY, f.withheld().toString())));
        String more = faults.size() > MOST_FAULTS
                ? ", " + (faults.size() - MOST_FAULTS) + " more than are listed here; check-config lists them all"
                : "";
        troubles.add(new Trouble(
                TroubleKind.REGISTRY_FAULTY,
                faults.size() + " fault(s) since " + since(files) + more
                        + "; the registry of before stays in force until they are mended"));
        return troubles;
    }

    private static String waiting(FilesStatus files) {
        String gone = files.gone().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e ->
                        e.getValue() + " of " + counted(e.getKey(), files.had().getOrDefault(e.getKey(), 0)))
                .collect(Collectors.joining(", "));
        return "since " + since(files) + " they no longer have " + gone
                + " in use; the registry of before stays. If that is meant, confirm it: "
                + RegistryFiles.confirmCommand(Objects.requireNonNull(files.waiting())) + "; else mend the files";
    }

    private static Instant since(FilesStatus files) {
        return files.since().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String counted(DocumentKind kind, int n) {
        return n + " " + kind.noun() + (n == 1 ? "" : "s");
    }
}
