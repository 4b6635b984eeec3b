package io.greenpark.registry.history;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.FilesSaid;
import io.greenpark.registry.document.PlacedDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what the files said. Books of the first version with documents do not know it of what had left the files; there the
 * last version that did not come from a person stands in for it, though it may hold what a person had changed before.
 */
final class FilesSaidReader {
    private static final String STANDS_IN = "SELECT v.kind, v.id, v.document FROM registry_version v JOIN ("
            + "SELECT r.kind, r.id, max(r.change_number) AS newest FROM registry_file_version f"
            + " JOIN registry_version r ON r.kind = f.kind AND r.id = f.id"
            + " JOIN registry_change c ON c.number = r.change_number"
            + " WHERE f.document IS NULL AND c.source IN ('FILE', 'UPGRADE')%s GROUP BY r.kind, r.id) n"
            + " ON n.kind = v.kind AND n.id = v.id AND n.newest = v.change_number WHERE v.document IS NOT NULL";

    private FilesSaidReader() {}

    static FilesSaid all(Handle handle, long newest) {
        FilesSaid said = FilesSaid.of(VersionTable.FILES.asOf(handle, newest));
        standIn(handle.createQuery(STANDS_IN.formatted("")), said);
        return said;
    }

    static FilesSaid of(Handle handle, long newest, Collection<DocumentKey> keys) {
        Map<DocumentKey, PlacedDocument> kept = new HashMap<>();
        keys.forEach(key -> VersionTable.FILES.placed(handle, newest, key).ifPresent(placed -> kept.put(key, placed)));
        FilesSaid said = FilesSaid.of(kept);
        for (DocumentKey key : keys) {
            if (!kept.containsKey(key)) {
                standIn(
                        handle.createQuery(STANDS_IN.formatted(" AND f.kind = :kind AND f.id = :id"))
                                .bind("kind", key.kind().code())
                                .bind("id", key.id()),
                        said);
            }
        }
        return said;
    }

    private static void standIn(Query query, FilesSaid said) {
        List<Map.Entry<DocumentKey, Document>> found = query.map(
                        (row, context) -> Map.entry(VersionTable.key(row), new Document(row.getString("document"))))
                .list();
        found.stream().filter(e -> !said.now().containsKey(e.getKey())).forEach(e -> said.left()
                .putIfAbsent(e.getKey(), e.getValue()));
    }
}
