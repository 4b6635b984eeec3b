package io.greenpark.paper.pdf;

/** Sizes and colours, in points and as red, green and blue. */
final class Look {
    static final float MARGIN = 50;
    static final float TOP = 62;
    static final float BOTTOM = 58;

    static final float TITLE = 17;
    static final float PART = 12.5f;
    static final float SUBPART = 10.5f;
    static final float BODY = 9.5f;
    static final float CELL = 8.5f;
    static final float SMALL = 7.5f;

    /** Of a line, beside the size of its text. */
    static final float LEADING = 1.5f;

    static final float CELL_PADDING = 4;
    static final float CHART_HEIGHT = 170;

    static final float[] INK = {0.11f, 0.14f, 0.17f};
    static final float[] PALE = {0.36f, 0.40f, 0.45f};
    static final float[] RULE = {0.80f, 0.83f, 0.86f};
    static final float[] SHADE = {0.945f, 0.955f, 0.965f};
    static final float[] LINE = {0.10f, 0.38f, 0.62f};
    static final float[] MARK = {0.76f, 0.15f, 0.12f};

    private Look() {}
}
