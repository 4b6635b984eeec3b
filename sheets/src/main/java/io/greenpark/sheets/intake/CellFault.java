package io.greenpark.sheets.intake;

import io.greenpark.park.text.Bilingual;

/**
 * What is wrong with a cell.
 *
 * @param sheet name of its sheet; empty where it is something that the file does not name
 * @param cell its address; of merged cells their range
 * @param said what stands there; empty where nothing does
 * @param allowed what may stand there
 * @param toDo what to do
 */
public record CellFault(String sheet, String cell, String said, Bilingual allowed, Bilingual toDo) {}
