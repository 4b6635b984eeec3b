package io.greenpark.dashboards.access;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Role;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Asks two consoles the same, all that somebody of a role is answered, and notes where they differ. */
final class SameAnswers {
    private final Person one;
    private final Person other;
    private final List<String> differences = new ArrayList<>();
    private int answered;

    /** @param part what is asked for is what this one has */
    SameAnswers(OpenAPIContract contract, Role role, SampleConsole whole, SampleConsole part) {
        this.one = People.one(whole, role);
        this.other = People.one(part, role);
        AskedThings things = new AskedThings(part.registry().service().current(), SampleConsole.CLOCK);
        for (Operation operation : Attack.readsFor(contract, role)) {
            for (String path : things.paths(operation.getOpenAPIPath())) {
                compare(path, "application/json");
                if (!operation.getOpenAPIPath().contains("{")) {
                    compare(path, "text/csv");
                }
            }
        }
    }

    private void compare(String path, String accept) {
        HttpResponse<String> whole = one.get(path, accept);
        HttpResponse<String> part = other.get(path, accept);
        answered += whole.statusCode() == 200 ? 1 : 0;
        if (whole.statusCode() != part.statusCode() || !timeless(whole).equals(timeless(part))) {
            differences.add(
                    accept + " " + path + "\n  whole " + whole.statusCode() + " " + cut(whole.body(), part.body())
                            + "\n  part  " + part.statusCode() + " " + cut(part.body(), whole.body()));
        }
    }

    /** A workbook says when it was made, and a paper for which of the two keys. */
    private static String timeless(HttpResponse<String> answer) {
        return answer.body().replaceAll("<dcterms:created [^<]*<", "<").replaceAll("key-[0-9a-z]{8}", "key");
    }

    /** From where two texts differ, and a little before. */
    private static String cut(String text, String other) {
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 120));
    }

    List<String> differences() {
        return differences;
    }

    /** How many were answered and not refused. */
    int answered() {
        return answered;
    }
}
