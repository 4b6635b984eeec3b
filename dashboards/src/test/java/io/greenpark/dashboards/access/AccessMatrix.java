package io.greenpark.dashboards.access;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.viewer.Role;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What was tried: a line for each operation and a column for each role with its scope, as a table to be read. */
final class AccessMatrix {
    private final Map<String, Map<String, Map<Integer, Integer>>> answers = new TreeMap<>();
    private long asked;
    private long compared;

    void asked(Operation operation, Person person, int status) {
        String row = operation.getHttpMethod().name() + " " + operation.getOpenAPIPath();
        answers.computeIfAbsent(row, r -> new TreeMap<>())
                .computeIfAbsent(person.name(), p -> new TreeMap<>())
                .merge(status, 1, Integer::sum);
        asked++;
    }

    /** Something of another's was held against what there is not. */
    void compared(Person person) {
        compared++;
    }

    int rows() {
        return answers.size();
    }

    /** Writes the table. */
    void write(Path file, Figures figures) throws IOException {
        StringBuilder text = new StringBuilder("# Access: operations by roles and scopes\n\n");
        text.append(
                "Each cell: how often each status was answered, each path with every id of everybody and in each form.\n\n");
        text.append(asked)
                .append(" answers searched for what is not the asker's; ")
                .append(compared);
        text.append(" comparisons of what is another's with what there is not. Figures known of each enterprise: ");
        text.append(figures.counts()).append(".\n\n| operation |");
        for (Role role : Role.values()) {
            text.append(' ').append(EnumCode.of(role)).append(" |");
        }
        text.append("\n| --- |").append(" --- |".repeat(Role.values().length)).append("\n| scope |");
        for (Role role : Role.values()) {
            text.append(' ').append(People.words(role)).append(" |");
        }
        answers.forEach((row, byPerson) -> {
            text.append("\n| ").append(row).append(" |");
            for (Role role : Role.values()) {
                text.append(' ').append(cell(byPerson.get(People.name(role)))).append(" |");
            }
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text.append('\n'));
    }

    private static String cell(Map<Integer, Integer> statuses) {
        if (statuses == null) {
            return "";
        }
        StringBuilder cell = new StringBuilder();
        statuses.forEach((status, times) -> cell.append(cell.isEmpty() ? "" : ", ")
                .append(status)
                .append(" x ")
                .append(times));
        return cell.toString();
    }
}
