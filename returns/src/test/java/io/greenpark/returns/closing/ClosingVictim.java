package io.greenpark.returns.closing;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Reach;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.unit.Carrier;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksDatabase;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.BooksServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A child process that closes a month and reopens it by two people, again and again, saying what it has done, until it is killed. */
final class ClosingVictim {
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    /** What lines about it begin with; those of the log do not. */
    static final String TOLD = "told ";

    static final String INSIDE = "inside";
    static final String CLOSED = "closed";
    static final String OPENED = "opened";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-09T02:00:00Z"), ZoneOffset.UTC);
    private static final BigDecimal KWH = new BigDecimal("1000");
    /** f has no statistic, so there is a point to be kept. */
    private static final String SITE = """
            registry:
              parks: [{id: p}, {id: empty}]
              enterprises: [{id: e, park: p, industry: food}, {id: f, park: p, industry: food}]
              statistics:
                - {enterprise: e, month: 2026-10, ivaCny: 400000, status: final, source: s, allowedUse: judge}
            """;

    private ClosingVictim() {}

    static Process start(BooksPlace place) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                ClosingVictim.class.getName(),
                place.folder().toString()));
        BooksServer server = place.server();
        if (server != null) {
            command.addAll(List.of(server.hosts(), server.database(), or(server.user()), or(server.password())));
            server.parameters().forEach((name, value) -> command.add(name + "=" + value));
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        BooksConfig config = args.length == 1
                ? BooksConfig.defaults()
                : BooksConfig.defaults().at(server(args));
        try (Books books = BooksDatabase.open(folder, config, CLOCK);
                RegistryService service = service(folder, books)) {
            for (int i = 0; ; i++) {
                turn(service, desk(books, service), i);
            }
        }
    }

    private static BooksServer server(String[] args) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 5; i < args.length; i++) {
            String[] parts = args[i].split("=", 2);
            parameters.put(parts[0], parts[1]);
        }
        return new BooksServer(
                args[1], args[2], parameters, args[3].isEmpty() ? null : args[3], args[4].isEmpty() ? null : args[4]);
    }

    static RegistryService service(Path folder, Books books) throws IOException {
        Path file = Files.writeString(folder.resolve("greenpark.yaml"), SITE);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        return RegistryService.open(config, books, RegistryConfig.defaults(), Start.STRICT, CLOCK);
    }

    /** A desk whose figures are the same at every closing, and which says when both halves are written and not committed. */
    static ClosingDesk desk(Books books, RegistryService service) {
        EnergyRow energy = new EnergyRow(
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of(Carrier.ELECTRICITY, KWH),
                Map.of(),
                new BigDecimal("0.1229"),
                null,
                Map.of(),
                Coverage.measured(1),
                Quality.MEASURED,
                FigureStatus.PROVISIONAL,
                "set-1");
        PeriodIntensity intensity = new PeriodIntensity(
                new BigDecimal("0.1229"),
                new BigDecimal("400000"),
                null,
                null,
                Coverage.measured(1),
                Coverage.NONE,
                FigureStatus.PROVISIONAL,
                Map.of());
        EnergyAccounts energies = (subject, from, to, step, basis) -> List.of(energy);
        IntensityAccounts intensities = (subject, from, to, basis) -> {
            List<IntensityRow> rows = new ArrayList<>();
            for (YearMonth m = from; m.isBefore(to); m = m.plusMonths(1)) {
                rows.add(new IntensityRow(m, intensity, intensity, null));
            }
            return rows;
        };
        ReturnDesk returns =
                new ReturnDesk(books, service, energies, service::submitStatistics, ReturnsConfig.defaults(), CLOCK);
        return new ClosingDesk(
                books,
                service,
                energies,
                new Standings(intensities, ProgressLevel.Thresholds.defaults()),
                returns,
                (closed, by, seen, alongside) -> service.submitClosing(closed, by, seen, (handle, change) -> {
                    alongside.accept(handle, change);
                    tell(INSIDE, closed.edition());
                }),
                OtherMatters.NONE,
                ClosingConfig.defaults(),
                CLOCK);
    }

    private static void turn(RegistryService service, ClosingDesk desk, int turn) {
        ClosingDesk.Done done = desk.close("p", OCTOBER, by("wang", "f says nothing"), Set.of());
        if (done.closed() == null) {
            throw new IllegalStateException("not closed: " + done);
        }
        int edition = done.closed().edition();
        tell(CLOSED, edition);
        Edit remove = new Edit(DocumentKey.closing("p", OCTOBER), Verb.REMOVE, null);
        EditResult asked = service.submit(new EditRequest(
                "li", "li", Source.API, "a late bill " + turn, List.of(remove), null, false, false, Reach.ALL));
        tell("asked", edition);
        service.reviews().decide(asked.review().request(), Verdict.APPROVED, "wang", "wang", "seen");
        tell(OPENED, edition);
    }

    static EditRequest by(String who, String reason) {
        return new EditRequest(who, who, Source.CONSOLE, reason, List.of(), null, false, false, Reach.ALL);
    }

    private static void tell(String what, int edition) {
        System.out.println(TOLD + what + " " + edition);
    }
}
