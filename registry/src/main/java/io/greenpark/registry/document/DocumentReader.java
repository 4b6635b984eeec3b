package io.greenpark.registry.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.config.setting.YamlTree;
import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents back into a registry's facts, each kind by position and then by id. A field that is not as it must be is
 * a problem with the document's key as its place, and leaves out the document; whether references hold is not looked at.
 * What a document may say is never narrowed: those of all earlier versions stay readable.
 */
public final class DocumentReader {
    /** The district of an installation that names none. */
    public static final String DEFAULT_DISTRICT = "district";

    private static final Comparator<Map.Entry<DocumentKey, PlacedDocument>> ORDER = Comparator.comparingLong(
                    (Map.Entry<DocumentKey, PlacedDocument> e) -> e.getValue().position())
            .thenComparing(e -> e.getKey().id());

    private final Map<DocumentKind, List<Map.Entry<DocumentKey, PlacedDocument>>> byKind;
    private final @Nullable Registry context;
    private final Problems problems;
    private final Map<Subject, List<Contact>> contacts = new HashMap<>();

    private DocumentReader(Map<DocumentKey, PlacedDocument> documents, @Nullable Registry context, Problems problems) {
        this.byKind = documents.entrySet().stream().sorted(ORDER).collect(Collectors.groupingBy(e -> e.getKey()
                .kind()));
        this.context = context;
        this.problems = problems;
    }

    private interface FieldReader<T> {
        @Nullable
        T read(DocumentKey key, Settings fields);
    }

    /** The facts that documents tell. */
    public static Registry.Facts read(Map<DocumentKey, PlacedDocument> documents, Problems problems) {
        DocumentReader reader = new DocumentReader(documents, null, problems);
        Registry.Facts facts = reader.read();
        return reader.hasDistrict() ? facts : facts.with(District.of(DEFAULT_DISTRICT));
    }

    /**
     * The facts of some documents of a registry, nothing else in their lists.
     *
     * @param context the registry that they are part of: what they refer to and is not among them is looked up there
     */
    public static Registry.Facts readSome(
            Map<DocumentKey, PlacedDocument> documents, Registry context, Problems problems) {
        DocumentReader reader = new DocumentReader(documents, context, problems);
        Registry.Facts facts = reader.read();
        return reader.hasDistrict() ? facts : facts.with(context.facts().district());
    }

    private boolean hasDistrict() {
        return byKind.containsKey(DocumentKind.DISTRICT);
    }

    private Registry.Facts read() {
        all(DocumentKind.CONTACT, this::contact);
        List<Park> parks = all(DocumentKind.PARK, (key, f) -> DocumentFields.park(key, f, of(Subject.park(key.id()))));
        List<Enterprise> enterprises = all(
                DocumentKind.ENTERPRISE,
                (key, f) -> DocumentFields.enterprise(key, f, of(Subject.enterprise(key.id()))));
        List<Device> devices = all(DocumentKind.DEVICE, DocumentFields::device);
        List<District> district =
                all(DocumentKind.DISTRICT, (key, f) -> DocumentFields.district(key, f, of(Subject.district(key.id()))));
        return new Registry.Facts(
                district.isEmpty() ? District.of(DEFAULT_DISTRICT) : district.get(0),
                parks,
                enterprises,
                all(DocumentKind.OUTLET, DocumentFields::outlet),
                all(DocumentKind.GATEWAY, DocumentFields::gateway),
                devices,
                points(parks, enterprises, devices),
                all(DocumentKind.STATISTIC, DocumentFields::statistic),
                all(DocumentKind.BILL, DocumentFields::bill),
                all(DocumentKind.COEFFICIENT_SET, DocumentFields::coefficientSet),
                all(DocumentKind.TARGET, DocumentFields::target),
                all(DocumentKind.LIMIT, DocumentFields::limit),
                all(DocumentKind.CLOSING, ClosingFields::read));
    }

    private List<Contact> of(Subject subject) {
        return contacts.getOrDefault(subject, List.of());
    }

    private @Nullable Contact contact(DocumentKey key, Settings f) {
        Subject of = DocumentFields.subject(f);
        Contact contact = DocumentFields.contact(key, f);
        if (of != null && !key.id().startsWith(DocumentKey.contact(of, "").id())) {
            f.fault(
                    "subject",
                    new Bilingual(
                            "联系人的编号以范围和对象开头，此处为“" + DocumentKey.contact(of, "").id() + "”",
                            "the contact's id begins with scope and subject, here \""
                                    + DocumentKey.contact(of, "").id() + "\""));
        }
        if (of != null && contact != null) {
            contacts.computeIfAbsent(of, s -> new ArrayList<>()).add(contact);
        }
        return contact;
    }

    private List<Point> points(List<Park> parks, List<Enterprise> enterprises, List<Device> devices) {
        Map<String, Park> parksById = parks.stream().collect(Collectors.toMap(Park::id, p -> p));
        Map<String, Enterprise> enterprisesById =
                enterprises.stream().collect(Collectors.toMap(Enterprise::id, e -> e));
        Map<String, Device> devicesById = devices.stream().collect(Collectors.toMap(Device::id, d -> d));
        return all(DocumentKind.POINT, (key, f) -> {
            Device device = known(devicesById, f.text("device", ""), Registry::device);
            Enterprise enterprise =
                    device == null ? null : known(enterprisesById, device.enterpriseId(), Registry::enterprise);
            Park park = enterprise == null ? null : known(parksById, enterprise.parkId(), Registry::park);
            return PointFields.point(key, f, device == null ? "" : device.enterpriseId(), park);
        });
    }

    private <T> @Nullable T known(Map<String, T> read, String id, BiFunction<Registry, String, Optional<T>> lookUp) {
        T one = read.get(id);
        return one != null || context == null ? one : lookUp.apply(context, id).orElse(null);
    }

    private <T> List<T> all(DocumentKind kind, FieldReader<T> reader) {
        List<T> read = new ArrayList<>();
        for (Map.Entry<DocumentKey, PlacedDocument> e : byKind.getOrDefault(kind, List.of())) {
            Settings fields = Settings.closed(
                    mapping(e.getValue().document().fields(), e.getKey().toString()), problems);
            T one = reader.read(e.getKey(), fields);
            fields.reportUnknown();
            if (one != null && fields.sound()) {
                read.add(one);
            }
        }
        return read;
    }

    private static Mapping mapping(ObjectNode node, String place) {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        node.properties().forEach(e -> entries.put(e.getKey(), tree(e.getValue(), place)));
        return new Mapping(entries, Map.of(), place);
    }

    private static YamlTree tree(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            return mapping(object, place);
        }
        if (node.isArray()) {
            List<YamlTree> items = new ArrayList<>();
            node.forEach(item -> items.add(tree(item, place)));
            return new Items(items, place);
        }
        return new Scalar(node.asText(), node.isNull(), place);
    }
}
