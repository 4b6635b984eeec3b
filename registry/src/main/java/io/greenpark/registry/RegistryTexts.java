package io.greenpark.registry;

import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.Difference;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.FileImport.FileOutcome;
import io.greenpark.registry.merge.ChangeSummary;
import io.greenpark.registry.merge.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** What is said of files that were read: in the log, and to who starts Greenpark. */
final class RegistryTexts {
    private RegistryTexts() {}

    /** Why a start on these files is refused. */
    static Bilingual refused(FileOutcome outcome) {
        if (outcome instanceof FileOutcome.Waiting waiting) {
            return new Bilingual(
                    notConfirmedZh(waiting) + "登记册文件中不再有在用的" + shareZh(waiting.taken())
                            + "；如确实如此，请不带 --strict 启动一次：greenpark run --confirm " + waiting.id() + "；否则请改正文件",
                    notConfirmed(waiting) + "the registry's files no longer have " + share(waiting.taken())
                            + "; if that is meant, start once without --strict: greenpark run --confirm " + waiting.id()
                            + "; else mend the files");
        }
        List<FileFault> faults = ((FileOutcome.Faulty) outcome).faults();
        return new Bilingual(
                "登记册有错误：\n" + lines(faults, Locale.CHINESE),
                "the registry has faults:\n" + lines(faults, Locale.ENGLISH));
    }

    private static String lines(List<FileFault> faults, Locale language) {
        return faults.stream().map(fault -> fault.in(language)).collect(Collectors.joining("\n"));
    }

    private static String notConfirmedZh(FileOutcome.Waiting waiting) {
        return waiting.refused() == null ? "" : "已确认的“" + waiting.refused() + "”不是文件现在所说的内容；";
    }

    private static String shareZh(Taken taken) {
        return new TreeMap<>(taken.gone())
                .entrySet().stream()
                        .map(e -> e.getKey().named().zh() + " " + taken.had().getOrDefault(e.getKey(), e.getValue())
                                + " 个中的 " + e.getValue() + " 个")
                        .collect(Collectors.joining("、"));
    }

    /** Logs what became of the files. */
    static void log(Logger log, FileOutcome outcome) {
        if (outcome instanceof FileOutcome.Faulty faulty) {
            faulty.faults().forEach(f -> log.warn("registry not reloaded, the one before stays: {}", f.withheld()));
        } else if (outcome instanceof FileOutcome.Waiting waiting) {
            log.warn(
                    "registry not reloaded, the one before stays: {}the files no longer have {}; if that is meant, confirm"
                            + " it: {}",
                    notConfirmed(waiting),
                    share(waiting.taken()),
                    RegistryFiles.confirmCommand(waiting.id()));
        } else if (outcome instanceof FileOutcome.InForce inForce) {
            if (inForce.change() != null) {
                log.info(
                        "registry taken over from its files as change {}: {}; now {}",
                        inForce.change(),
                        inForce.summary().text(),
                        size(inForce.registry()));
            }
            log(log, inForce.differences());
        }
    }

    /** Logs in what the registry differs from its files. */
    static void log(Logger log, List<Difference> differences) {
        differences.forEach(d -> log.info("the registry differs from its files: {}", text(d)));
    }

    private static String notConfirmed(FileOutcome.Waiting waiting) {
        return waiting.refused() == null
                ? ""
                : "\"" + waiting.refused() + "\" was confirmed, which is not what the files say now; ";
    }

    static String text(Difference d) {
        String field = d.field().isEmpty() ? "" : " field " + d.field();
        return d.key()
                + field
                + switch (d.why()) {
                    case CHANGED_BY_PERSON -> ", which a person changed";
                    case REMOVED_BY_PERSON -> ", which a person removed";
                    case LEFT_THE_FILES -> ", which the files no longer have and a person changed";
                };
    }

    /** How much files take away, e.g. {@code 1 of 2 devices in use}. */
    static String share(Taken taken) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(taken.gone()).forEach((kind, gone) -> {
            int had = taken.had().getOrDefault(kind, gone);
            parts.add(gone + " of " + had + " " + ChangeSummary.plural(kind, had));
        });
        return String.join(", ", parts) + " in use";
    }

    private static String size(Registry registry) {
        Registry.Facts f = registry.facts();
        return f.enterprises().size() + " enterprises, " + f.devices().size() + " devices, "
                + f.points().size() + " points";
    }
}
