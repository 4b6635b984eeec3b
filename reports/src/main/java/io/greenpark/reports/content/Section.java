package io.greenpark.reports.content;

import io.greenpark.park.text.Bilingual;
import java.util.List;

/**
 * A part of a report.
 *
 * @param code by which programs name it
 * @param tables one below the other; those without rows say that there is nothing
 * @param remarks what is to be known about them
 */
public record Section(String code, Bilingual title, List<Table> tables, List<Bilingual> remarks) {
    public Section {
        tables = List.copyOf(tables);
        remarks = List.copyOf(remarks);
    }
}
