package io.greenpark.alerts.desk;

import io.greenpark.alerts.handling.Procedures;

/** The procedures that are shipped. */
public final class ShippedProcedures {
    private ShippedProcedures() {}

    public static String text() {
        return ProcedureText.shipped();
    }

    public static Procedures read() {
        return ProcedureText.stored(ProcedureText.shipped());
    }
}
