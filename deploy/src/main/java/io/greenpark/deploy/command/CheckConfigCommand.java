package io.greenpark.deploy.command;

import io.greenpark.accounting.energy.LargestHours;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.Exposures;
import io.greenpark.deploy.command.Configurations.WholeConfig;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.registry.RegistryFiles.State;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.RegistryException;
import io.greenpark.registry.ReloadPreview;
import io.greenpark.registry.note.BookedHours;
import io.greenpark.registry.note.Places;
import io.greenpark.registry.note.RegistryNotes;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads a configuration, reports every fault, and notes what is none and yet worth a look. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a configuration and its registry and lists every fault with file, line, key, value and what is"
                    + " allowed. Where there is none, it notes what is worth a look: points without maxPerHour, replacements"
                    + " in the future, silences of a year or shorter than the points are due, devices without points, limits"
                    + " of points that have ended, targets nobody would be told of, statistics without allowedUse, ports that"
                    + " take passwords unencrypted from other machines.",
            "Changes nothing. With --data it also reads the books of that installation, running or not: it says what a reload"
                    + " of these files would add, change, end and remove of the registry kept there, where people's changes"
                    + " would stay, whether it would be refused, or wait for confirmation and under which id; and it suggests"
                    + " a maxPerHour where enough was booked.",
            "Exit code 0 if all is well, with notes or without, 1 if a reload would wait for confirmation, 2 if there are"
                    + " faults or a reload would be refused."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark check-config --config conf/real-plants.yaml",
            "  greenpark check-config --config my.yaml --data /var/lib/greenpark --all-notes"
        })
final class CheckConfigCommand implements Callable<Integer> {
    /** As many notes of a kind are read by people. */
    private static final int NOTES_OF_A_KIND = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of an installation with this configuration: its certificates are checked too, the files are"
                            + " compared with the registry it keeps, and what it booked is looked at.")
    private @Nullable Path data;

    @Option(
            names = "--all-notes",
            description = "Lists every note and every document that a reload would change; without it the first "
                    + NOTES_OF_A_KIND + " of a kind and how many more.")
    private boolean allNotes;

    @Override
    public Integer call() {
        Path folder = data == null ? null : data.toAbsolutePath().normalize();
        WholeConfig whole = Configurations.readWhole(config, language.language(), folder);
        AppConfig read = whole.settings();
        Registry registry = new Registry(whole.registry().facts());
        Instant now = Clock.systemUTC().instant();
        ReloadPreview preview = folder == null ? null : preview(folder, whole, now);
        PrintWriter out = spec.commandLine().getOut();
        out.println(config.config() + " is well: " + size(registry.facts()));
        Exposures.of(read)
                .forEach(exposure -> out.println("note: " + exposure.detail().en()));
        RegistryNotes notes = new RegistryNotes(
                registry,
                Places.of(whole.documents(), registry.facts()),
                new Recipients(read.alerts().outbox(), Maintainers.NONE).targetsWithoutRecipients(registry),
                now);
        BookedHours booked = preview == null || folder == null
                ? BookedHours.NONE
                : (points, from, to) -> booked(folder, read, points, from, to);
        notes.find(ofAKind(), booked).lines().forEach(out::println);
        if (preview != null) {
            preview.lines().forEach(out::println);
        }
        return preview != null && preview.state() == State.WAITING ? 1 : 0;
    }

    private int ofAKind() {
        return allNotes ? Integer.MAX_VALUE : NOTES_OF_A_KIND;
    }

    /** Null if the books cannot be read; a usage error if a reload would be refused. */
    private @Nullable ReloadPreview preview(Path folder, WholeConfig whole, Instant now) {
        AppConfig settings = whole.settings();
        ReloadPreview.Options options =
                new ReloadPreview.Options(settings.registry().largestEndedShare(), now, ofAKind());
        ReloadPreview preview;
        try {
            preview = BooksView.read(
                    folder,
                    settings.books(),
                    handle -> ReloadPreview.of(handle, whole.documents(), whole.registry(), options));
        } catch (BooksException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "greenpark: the files are not compared with the registry kept, and no maxPerHour is suggested: "
                                    + e.getMessage());
            return null;
        } catch (RegistryException e) {
            throw UserError.failed(e.words().in(language.language()));
        }
        if (preview.state() == State.FAULTY) {
            throw refused(preview.faults(), language.language());
        }
        return preview;
    }

    private static UserError refused(List<FileFault> faults, Locale language) {
        Bilingual first = new Bilingual(
                "重新读取这些文件会被拒绝，所保存的登记册不变；有 " + faults.size() + " 处错误：",
                "a reload of these files would be refused, and the registry kept would stay: " + faults.size()
                        + " fault(s):");
        return UserError.usage(faults.stream()
                .map(fault -> "\n  " + fault.in(language))
                .collect(Collectors.joining("", first.in(language), "")));
    }

    private static String size(Registry.Facts facts) {
        return String.format(
                "%d parks, %d enterprises, %d devices, %d points, %d limits, %d targets",
                facts.parks().size(),
                facts.enterprises().size(),
                facts.devices().size(),
                facts.points().size(),
                facts.limits().size(),
                facts.targets().size());
    }

    /** Books that cannot be read, e.g. since an upgrade is still to come, do not make the configuration faulty. */
    private Map<String, BookedHours.BookedHour> booked(
            Path folder, AppConfig settings, Set<String> points, Instant from, Instant to) {
        Map<String, BookedHours.BookedHour> largest = new HashMap<>();
        try {
            BooksView.read(folder, settings.books(), handle -> LargestHours.plausible(handle, points, from, to))
                    .forEach((point, hour) -> largest.put(
                            point, new BookedHours.BookedHour(Instant.ofEpochMilli(hour.startMs()), hour.amount())));
        } catch (BooksException e) {
            spec.commandLine().getErr().println("greenpark: no maxPerHour is suggested: " + e.getMessage());
        }
        return largest;
    }
}
