package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is estimated of some hours of a day, as bytes. Of each level, the hour, the day and the month: whether it is nothing
 * (0), the whole (1) or a part (2), then times and amounts of the parts. It is nearly always nothing or the whole.
 */
final class EstimatedBytes {
    private static final int NOTHING = 0;
    private static final int WHOLE = 1;
    private static final int PART = 2;

    private EstimatedBytes() {}

    /**
     * What is estimated of an hour.
     *
     * @param whole all of what is known of it
     */
    record Of(Estimated estimated, Share whole) {}

    static void put(ByteWriter out, List<Of> hours) {
        putLevel(out, hours, hours.stream().map(h -> h.estimated().hour()).toList());
        putLevel(out, hours, hours.stream().map(h -> h.estimated().day()).toList());
        putLevel(out, hours, hours.stream().map(h -> h.estimated().month()).toList());
    }

    private static void putLevel(ByteWriter out, List<Of> hours, List<Share> shares) {
        long[] kinds = new long[shares.size()];
        List<Share> parts = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = kind(shares.get(i), hours.get(i).whole());
            if (kinds[i] == PART) {
                parts.add(shares.get(i));
            }
        }
        NumberColumn.put(out, kinds);
        NumberColumn.put(out, parts.stream().mapToLong(Share::ms).toArray());
        NumberColumn.put(out, parts.stream().mapToLong(Share::amount).toArray());
    }

    private static int kind(Share share, Share whole) {
        return share.equals(Share.NONE) ? NOTHING : share.equals(whole) ? WHOLE : PART;
    }

    /** @param wholes all of what is known of each of the hours */
    static List<Estimated> get(ByteReader in, List<Share> wholes) throws DamagedBytesException {
        List<Share> hour = getLevel(in, wholes);
        List<Share> day = getLevel(in, wholes);
        List<Share> month = getLevel(in, wholes);
        List<Estimated> estimated = new ArrayList<>(wholes.size());
        for (int i = 0; i < wholes.size(); i++) {
            estimated.add(new Estimated(hour.get(i), day.get(i), month.get(i)));
        }
        return estimated;
    }

    private static List<Share> getLevel(ByteReader in, List<Share> wholes) throws DamagedBytesException {
        long[] kinds = NumberColumn.get(in, wholes.size());
        int parts = 0;
        for (long kind : kinds) {
            parts += kind == PART ? 1 : 0;
        }
        long[] times = NumberColumn.get(in, parts);
        long[] amounts = NumberColumn.get(in, parts);
        List<Share> shares = new ArrayList<>(kinds.length);
        int part = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == PART) {
                shares.add(new Share(times[part], amounts[part]));
                part++;
            } else if (kinds[i] == WHOLE || kinds[i] == NOTHING) {
                shares.add(kinds[i] == WHOLE ? wholes.get(i) : Share.NONE);
            } else {
                throw new DamagedBytesException("there is no estimated share of kind " + kinds[i]);
            }
        }
        return shares;
    }
}
