package io.greenpark.registry;

import io.greenpark.config.digest.Sha256;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.registry.document.Document;
import io.greenpark.registry.document.DocumentWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What files say, which is what is needed of them once they are read: their texts and trees take several times as much room.
 *
 * @param faults what is wrong in them; the documents must not be used then
 * @param undated points of which they do not say from when on their facts are true, with the zone of their park
 * @param place {@code file:line} of a document
 * @param names of the files
 * @param sha256 of their contents
 */
record FileDocuments(
        List<FileFault> faults,
        Map<DocumentKey, Document> documents,
        Map<String, GivenCredential> credentials,
        Map<String, ZoneId> undated,
        Function<DocumentKey, String> place,
        String names,
        String sha256) {

    /** Reads the files of a configuration as they are now. */
    static FileDocuments read(ConfigFile config) {
        Problems problems = new Problems();
        List<RegistryDocument> documents = config.registry(problems);
        RegistryYaml.Content content = RegistryYaml.read(documents, problems);
        return problems.isEmpty() ? of(documents, content) : faulty(faults(problems));
    }

    /** What files say that were read without faults. */
    static FileDocuments of(List<RegistryDocument> documents, RegistryYaml.Content content) {
        return new FileDocuments(
                List.of(),
                DocumentWriter.write(new Registry(content.facts())),
                content.credentials(),
                content.undated(),
                content.place(),
                documents.stream()
                        .map(d -> d.file().getFileName().toString())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Sha256.hex(documents.stream().map(RegistryDocument::sha256).collect(Collectors.joining("\n"))));
    }

    /** Of files that cannot be used. */
    static FileDocuments faulty(List<FileFault> faults) {
        return new FileDocuments(faults, Map.of(), Map.of(), Map.of(), key -> "", "", "");
    }

    static List<FileFault> faults(Problems problems) {
        return problems.list().stream()
                .map(p -> new FileFault(p.place(), p.key(), p.words()))
                .toList();
    }
}
