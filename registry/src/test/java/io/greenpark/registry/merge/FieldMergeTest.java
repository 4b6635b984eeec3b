package io.greenpark.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.registry.document.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMergeTest {
    private static @Nullable Document document(@Nullable String json) throws JsonProcessingException {
        return json == null ? null : Document.of((ObjectNode) new ObjectMapper().readTree(json));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "the files change a field              | {'a':1}       | {'a':2}       | {'a':1}       | {'a':2}",
                "a person changes a field              | {'a':1}       | {'a':1}       | {'a':3}       | {'a':3}",
                "both change different fields          | {'a':1,'b':1} | {'a':2,'b':1} | {'a':1,'b':3} | {'a':2,'b':3}",
                "both change one to the same           | {'a':1}       | {'a':2}       | {'a':2}       | {'a':2}",
                "both change one otherwise             | {'a':1}       | {'a':2}       | {'a':3}       | {'a':3}",
                "the files take a field away           | {'a':1,'b':1} | {'b':1}       | {'a':1,'b':1} | {'b':1}",
                "a person takes a field away           | {'a':1,'b':1} | {'a':1,'b':1} | {'b':1}       | {'b':1}",
                "taken away and changed                | {'a':1,'b':1} | {'b':1}       | {'a':2,'b':1} | {'a':2,'b':1}",
                "the files add a field                 | {}            | {'a':1}       | {}            | {'a':1}",
                "a person adds a field                 | {}            | {}            | {'a':1}       | {'a':1}",
                "below, both change different fields   | {'n':{'x':1}} | {'n':{'x':2}} | {'n':{'x':1,'y':5}} | {'n':{'x':2,'y':5}}",
                "below, both change one otherwise      | {'n':{'x':1}} | {'n':{'x':2}} | {'n':{'x':3}} | {'n':{'x':3}}",
                "the files did not have it before      | -             | {'a':1,'b':2} | {'a':9}       | {'a':9,'b':2}",
            })
    void a_person_wins_by_field(String name, @Nullable String base, String files, String current, String merged)
            throws JsonProcessingException {
        Document result = FieldMerge.merge(
                document(base == null ? null : base.replace('\'', '"')),
                document(files.replace('\'', '"')),
                document(current.replace('\'', '"')));
        assertThat(result.json()).isEqualTo(merged.replace('\'', '"'));
    }
}
