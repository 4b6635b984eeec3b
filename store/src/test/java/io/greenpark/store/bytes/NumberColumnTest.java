package io.greenpark.store.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class NumberColumnTest {
    private static byte[] bytes(long... values) {
        ByteWriter out = new ByteWriter();
        NumberColumn.put(out, values);
        return out.toBytes();
    }

    private static String hex(long... values) {
        return HexFormat.of().formatHex(bytes(values));
    }

    @Provide
    Arbitrary<long[]> columns() {
        Arbitrary<Long> few = Arbitraries.longs().between(-2, 2);
        Arbitrary<Long> any = Arbitraries.frequencyOf(
                Tuple.of(3, few),
                Tuple.of(1, Arbitraries.longs()),
                Tuple.of(1, Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE)));
        return any.array(long[].class).ofMaxSize(30);
    }

    @Property
    void any_numbers_come_back(@ForAll("columns") long[] values) throws DamagedBytesException {
        ByteReader in = new ByteReader(bytes(values));
        assertThat(NumberColumn.get(in, values.length)).isEqualTo(values);
        assertThat(in.remaining()).isZero();
    }

    @Property
    void steady_numbers_take_few_bytes(@ForAll long first, @ForAll int step) {
        long[] values = new long[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + (long) i * step;
        }
        assertThat(bytes(values).length).isLessThanOrEqualTo(16);
    }

    /** The bytes of each form as they are on disks. */
    @Example
    void recorded_bytes_stay_as_they_are() {
        assertThat(hex()).isEmpty();
        assertThat(hex(5, 5, 5)).isEqualTo("000a");
        assertThat(hex(100, 110, 120, 130)).isEqualTo("01c80114");
        assertThat(hex(7, -3, 20)).isEqualTo("020e0528");
        assertThat(hex(1_000_000, 1_000_005, 1_000_003)).isEqualTo("0380897a0a03");
        assertThat(hex(9, 9, 9, 9, 9, 0, 0, 0, 0, 0)).isEqualTo("04120a000a");
        assertThat(hex(0, 10, 20, 30, 40, 50, 50, 50, 50, 50, 50, 50)).isEqualTo("050002140a000c");
    }

    @Example
    void what_no_column_can_be_is_damage() {
        assertThatThrownBy(() -> NumberColumn.get(new ByteReader(new byte[] {9, 0}), 1))
                .isInstanceOf(DamagedBytesException.class);
        assertThatThrownBy(() -> NumberColumn.get(new ByteReader(new byte[] {4, 2, 8}), 3))
                .isInstanceOf(DamagedBytesException.class)
                .hasMessageContaining("4 times");
        assertThatThrownBy(() -> NumberColumn.get(new ByteReader(new byte[] {2, 2}), 2))
                .isInstanceOf(DamagedBytesException.class);
    }
}
