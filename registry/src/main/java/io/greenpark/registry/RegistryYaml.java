package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyBill;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.IdRules;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the registry out of its YAML documents, checked as a whole: all faults of all files are listed at once. The
 * keys are explained in {@code docs/registry.md}.
 */
public final class RegistryYaml {
    private static final String DEFAULT_DISTRICT = "district";
    private static final Bilingual HEX = new Bilingual("十六进制数字，每字节两位", "hexadecimal digits, two a byte");
    private static final Accepted<String> SALT = Accepted.text(HEX, t -> hex(t, 16));
    private static final Accepted<String> HASH =
            Accepted.text(new Bilingual("64 位" + HEX.zh(), "64 " + HEX.en()), t -> hex(t, 64) && t.length() == 64);
    private static final Accepted<String> DISTRICT = Accepted.text(
            new Bilingual(
                    IdRules.ALLOWED.zh() + "；或 {id: ..., name: ..., contacts: ...}",
                    IdRules.ALLOWED.en() + "; or {id: ..., name: ..., contacts: ...}"),
            Ids::valid);

    private final List<Settings> documents;
    private final Ids ids = new Ids();
    private final Map<String, GivenCredential> credentials = new LinkedHashMap<>();
    private final Map<String, ZoneId> undated = new LinkedHashMap<>();

    /**
     * What the documents say.
     *
     * @param credentials given password hashes by device or gateway id
     * @param undated points of which they do not say from when on their facts are true, with the zone of their park
     * @param place {@code file:line} of the entry that a document is made of; empty where there is none of its own
     */
    public record Content(
            Registry.Facts facts,
            Map<String, GivenCredential> credentials,
            Map<String, ZoneId> undated,
            Function<DocumentKey, String> place) {
        public Content {
            undated = Map.copyOf(undated);
            credentials = Map.copyOf(credentials);
        }
    }

    private RegistryYaml(List<RegistryDocument> documents, Problems problems) {
        this.documents = documents.stream()
                .map(d -> Settings.closed(d.content(), problems))
                .toList();
    }

    /** Reads and checks; where there is any problem, what is returned lacks what was faulty and must not be used. */
    public static Content read(List<RegistryDocument> documents, Problems problems) {
        return new RegistryYaml(documents, problems).read();
    }

    private Content read() {
        SiteSections sites = new SiteSections(ids);
        District district = district(sites);
        for (Section section : Section.values()) {
            if (section != Section.POINTS) {
                entries(section.key()).forEach(f -> ids.declare(section, f));
            }
        }
        List<Park> parks = section(Section.PARKS.key(), sites::park);
        List<Enterprise> enterprises = section(Section.ENTERPRISES.key(), sites::enterprise);
        List<Outlet> outlets = section(Section.OUTLETS.key(), sites::outlet);
        List<Gateway> gateways = section(Section.GATEWAYS.key(), f -> withCredential(f, sites.gateway(f)));
        List<Point> points = new ArrayList<>();
        List<Device> devices = devices(parks, enterprises, outlets, points);
        StatisticSections statistics = new StatisticSections(ids, district.id());
        List<MonthlyStatistic> months = section("statistics", statistics::statistic);
        BillSection billed = new BillSection(ids);
        List<MonthlyBill> bills = section("bills", billed::bill);
        List<CoefficientSet> sets = section(Section.COEFFICIENT_SETS.key(), new CoefficientSection()::set);
        List<Target> targets = section(Section.TARGETS.key(), statistics::target);
        List<Limit> limits = section(Section.LIMITS.key(), new LimitSection(ids, byId(points, Point::id))::limit);
        documents.forEach(Settings::reportUnknown);
        return new Content(
                new Registry.Facts(
                        district,
                        parks,
                        enterprises,
                        outlets,
                        gateways,
                        devices,
                        points,
                        months,
                        bills,
                        sets,
                        targets,
                        limits,
                        List.of()),
                credentials,
                undated,
                key -> switch (key.kind()) {
                    case STATISTIC -> statistics.place(key);
                    case BILL -> billed.place(key);
                    default ->
                        Section.of(key.kind())
                                .map(section -> ids.place(section, key.id()))
                                .orElse("");
                });
    }

    private List<Device> devices(
            List<Park> parks, List<Enterprise> enterprises, List<Outlet> outlets, List<Point> points) {
        Map<String, ZoneId> zones =
                parks.stream().collect(Collectors.toMap(Park::id, p -> p.time().zone(), (a, b) -> a));
        DeviceSection section =
                new DeviceSection(ids, byId(enterprises, Enterprise::id), byId(outlets, Outlet::id), zones, undated);
        return section(Section.DEVICES.key(), f -> withCredential(f, section.device(f, points)));
    }

    private District district(SiteSections sites) {
        District district = null;
        for (Settings document : documents) {
            District given = district(document, sites);
            if (given != null && district != null && !given.id().equals(district.id())) {
                document.fault(
                        "district",
                        new Bilingual(
                                "“" + given.id() + "”与上方的“" + district.id() + "”不同；一套系统只服务一个区",
                                "\"" + given.id() + "\" differs from \"" + district.id() + "\" above; one installation"
                                        + " serves one district"));
            }
            // A file that gives the id alone adds nothing to one that says more.
            boolean more = given != null && (district == null || district.equals(District.of(district.id())));
            district = more ? given : district;
        }
        return district == null ? District.of(DEFAULT_DISTRICT) : district;
    }

    private static @Nullable District district(Settings document, SiteSections sites) {
        if (document.isMapping("district")) {
            Settings f = document.below("district");
            return f == null ? null : sites.district(f);
        }
        String id = document.value("district", DISTRICT);
        return id == null ? null : District.of(id);
    }

    private <T> @Nullable T withCredential(Settings f, @Nullable T entry) {
        Settings given = f.below("credential");
        String id = f.text("id");
        if (given != null && id != null) {
            String salt = given.required(
                    "salt", given.value("salt", SALT), new Bilingual(HEX.zh() + "，至少 8 字节", HEX.en() + ", at least 8"));
            String hash = given.required("sha256", HASH);
            given.reportUnknown();
            if (salt != null && hash != null) {
                credentials.put(id, new GivenCredential(salt, hash));
            }
        }
        return entry;
    }

    private static boolean hex(String text, int shortest) {
        return text.length() >= shortest && text.length() % 2 == 0 && text.matches("[0-9a-fA-F]+");
    }

    private List<Settings> entries(String key) {
        return documents.stream().flatMap(d -> d.list(key).stream()).toList();
    }

    private <T> List<T> section(String key, Function<Settings, @Nullable T> reader) {
        List<T> read = new ArrayList<>();
        for (Settings f : entries(key)) {
            T entry = reader.apply(f);
            if (entry != null) {
                read.add(entry);
            }
        }
        return read;
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        // Duplicate ids were reported already; the first counts for the checks that follow.
        return list.stream().collect(Collectors.toMap(id, t -> t, (a, b) -> a));
    }
}
