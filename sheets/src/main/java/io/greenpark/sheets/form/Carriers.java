package io.greenpark.sheets.form;

import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.CarrierNames;
import io.greenpark.sheets.column.Choices;

/** Energy carriers and media as a cell may say them. */
final class Carriers {
    private Carriers() {}

    static Choices choices() {
        Choices choices = Choices.of();
        for (Carrier carrier : Carrier.values()) {
            choices.with(
                    carrier.code(),
                    CarrierNames.chinese(carrier),
                    carrier.code().replace('-', ' '));
        }
        return choices;
    }
}
