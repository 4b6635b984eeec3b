package io.greenpark.store.books;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/**
 * The texts that a table of the books keeps by keys, digests of what was seen last among them.
 *
 * @param table its name, which is one of the code: it is not escaped
 * @param key the column of keys
 * @param text the column of texts
 */
public record KeyedTexts(String table, String key, String text) {
    private static final GenericType<Map<String, String>> BY_KEY = new GenericType<>() {};

    /** All of them. */
    public Map<String, String> load(Handle handle) {
        return handle.createQuery(select())
                .setMapKeyColumn(key)
                .setMapValueColumn(text)
                .collectInto(BY_KEY);
    }

    /** Those of some keys; a key without a text is left out. */
    public Map<String, String> load(Handle handle, Collection<String> keys) {
        Map<String, String> texts = new HashMap<>();
        for (List<String> some : Portions.of(keys)) {
            texts.putAll(handle.createQuery(select() + " WHERE " + key + " IN (<keys>)")
                    .bindList("keys", some)
                    .setMapKeyColumn(key)
                    .setMapValueColumn(text)
                    .collectInto(BY_KEY));
        }
        return texts;
    }

    private String select() {
        return "SELECT " + key + ", " + text + " FROM " + table;
    }
}
