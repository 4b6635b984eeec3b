package io.greenpark.sheets.monthly;

import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.mapping.KeptMapping;

/** A sheet with the mapping that it is read by. */
public record MappedSheet(Layout layout, KeptMapping mapping) {}
