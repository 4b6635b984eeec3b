package io.greenpark.registry.merge;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.registry.document.PlacedDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives documents the order of the files by numbers with room between them, so that an entry that is put in or moved
 * changes few others: as many as can be keep the position they have.
 */
final class Positions {
    private Positions() {}

    /**
     * The position of each document.
     *
     * @param order the documents in the order of the files
     * @param current the positions that documents have; those without one are new
     */
    static Map<DocumentKey, Long> assign(List<DocumentKey> order, Map<DocumentKey, Long> current) {
        boolean[] stays = longestRising(order, current);
        Map<DocumentKey, Long> positions = new HashMap<>();
        long below = 0;
        List<DocumentKey> between = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            DocumentKey key = order.get(i);
            if (!stays[i]) {
                between.add(key);
                continue;
            }
            long position = current.getOrDefault(key, 0L);
            long gap = (position - below) / (between.size() + 1);
            if (gap == 0 && !between.isEmpty()) {
                return renumbered(order);
            }
            place(between, below, gap, positions);
            positions.put(key, position);
            below = position;
        }
        place(between, below, PlacedDocument.BETWEEN, positions);
        return positions;
    }

    private static void place(List<DocumentKey> between, long below, long gap, Map<DocumentKey, Long> positions) {
        long position = below;
        for (DocumentKey key : between) {
            position += gap;
            positions.put(key, position);
        }
        between.clear();
    }

    private static Map<DocumentKey, Long> renumbered(List<DocumentKey> order) {
        Map<DocumentKey, Long> positions = new HashMap<>();
        order.forEach(key -> positions.put(key, PlacedDocument.BETWEEN * (positions.size() + 1)));
        return positions;
    }

    /** Which documents make up the longest row of rising positions. */
    private static boolean[] longestRising(List<DocumentKey> order, Map<DocumentKey, Long> current) {
        long[] tailPositions = new long[order.size()];
        int[] tails = new int[order.size()];
        int[] before = new int[order.size()];
        int length = 0;
        for (int i = 0; i < order.size(); i++) {
            Long position = current.get(order.get(i));
            if (position == null || position <= 0) {
                continue;
            }
            int at = Arrays.binarySearch(tailPositions, 0, length, position);
            int slot = at < 0 ? -at - 1 : at;
            tailPositions[slot] = position;
            tails[slot] = i;
            before[i] = slot == 0 ? -1 : tails[slot - 1];
            length = Math.max(length, slot + 1);
        }
        boolean[] stays = new boolean[order.size()];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            stays[i] = true;
        }
        return stays;
    }
}
