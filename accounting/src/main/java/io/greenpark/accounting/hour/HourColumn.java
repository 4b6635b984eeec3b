package io.greenpark.accounting.hour;

/** A column of a table of hours, with its SQL type. */
public record HourColumn(String name, String type) {
    public static HourColumn whole(String name) {
        return new HourColumn(name, "BIGINT");
    }

    public static HourColumn text(String name) {
        return new HourColumn(name, "TEXT");
    }

    public static HourColumn real(String name) {
        return new HourColumn(name, "DOUBLE PRECISION");
    }

    public static HourColumn truth(String name) {
        return new HourColumn(name, "BOOLEAN");
    }

    String missing() {
        return "CAST(NULL AS " + type + ") AS " + name;
    }
}
