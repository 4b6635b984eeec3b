/**
 * Papers as PDF: text that can be searched and copied, in a font that comes along; what it lacks is printed as □ and logged. Comes in:
 * {@link io.greenpark.paper.Paper}; goes out: bytes. PDFBox is used nowhere else.
 */
@NullMarked
package io.greenpark.paper.pdf;

import org.jspecify.annotations.NullMarked;
