package io.greenpark.paper.pack;

import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files of a pack are those that its list says.
 *
 * @param sha256 of the list as it is in the pack
 * @param files how many fit
 * @param faults what does not; empty where all is as it was written
 */
public record PackCheck(String sha256, int files, List<Bilingual> faults) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    /** A list of more is none of a pack. */
    private static final int LONGEST_LIST = 64 << 20;

    public PackCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Reads all of a pack; none of its files is taken into memory.
     *
     * @throws IOException if it is no ZIP that can be read, or has no list
     */
    public static PackCheck of(Path pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile(), StandardCharsets.UTF_8)) {
            byte[] list = list(zip, pack);
            List<Bilingual> faults = new ArrayList<>();
            Map<String, String> wanted = wanted(list, faults);
            Set<String> seen = new HashSet<>();
            int fit = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!seen.add(name)) {
                    faults.add(new Bilingual("文件 \"" + name + "\" 重复", "\"" + name + "\" is there twice"));
                } else if (!name.equals(PackWriter.LIST)) {
                    fit += fits(zip, entry, wanted.get(name), faults) ? 1 : 0;
                }
            }
            wanted.keySet().stream()
                    .filter(name -> !seen.contains(name))
                    .forEach(name -> faults.add(new Bilingual("缺少文件 \"" + name + "\"", "\"" + name + "\" is missing")));
            return new PackCheck(hex(PackWriter.sha256().digest(list)), fit, faults);
        }
    }

    private static byte[] list(ZipFile zip, Path pack) throws IOException {
        ZipEntry entry = zip.getEntry(PackWriter.LIST);
        if (entry == null) {
            throw new IOException("\"" + pack + "\" has no " + PackWriter.LIST + "; it is no pack of Greenpark");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] list = in.readNBytes(LONGEST_LIST + 1);
            if (list.length > LONGEST_LIST) {
                throw new IOException("\"" + pack + "\": " + PackWriter.LIST + " is longer than any pack's");
            }
            return list;
        }
    }

    private static Map<String, String> wanted(byte[] list, List<Bilingual> faults) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (!line.isEmpty() && (!matcher.matches() || wanted.put(matcher.group(2), matcher.group(1)) != null)) {
                faults.add(new Bilingual(
                        PackWriter.LIST + " 中有无法识别或重复的行：\"" + line + "\"",
                        PackWriter.LIST + " has a line that cannot be read, or twice: \"" + line + "\""));
            }
        }
        return wanted;
    }

    private static boolean fits(ZipFile zip, ZipEntry entry, @Nullable String wanted, List<Bilingual> faults) {
        String name = entry.getName();
        if (wanted == null) {
            faults.add(new Bilingual("多出文件 \"" + name + "\"", "\"" + name + "\" is not in the list"));
            return false;
        }
        MessageDigest digest = PackWriter.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            faults.add(new Bilingual(
                    "文件 \"" + name + "\" 无法读取：" + e.getMessage(),
                    "\"" + name + "\" cannot be read: " + e.getMessage()));
            return false;
        }
        if (!hex(digest.digest()).equals(wanted)) {
            faults.add(new Bilingual("文件 \"" + name + "\" 已被改动", "\"" + name + "\" is not as it was written"));
            return false;
        }
        return true;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
