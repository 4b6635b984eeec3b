package io.greenpark.park.document;

import io.greenpark.park.document.Refusal.Reason;
import io.greenpark.park.text.Bilingual;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said to people whose upload is refused. */
public final class DocumentMessages {
    private static final String ACCEPTED_ZH =
            "可上传 PDF、JPEG、PNG、HEIC、HEIF、WEBP、XLSX、DOCX，以及 UTF-8 或 GB18030 编码的 CSV、TXT；"
                    + "旧版 .xls、.doc 请另存为 .xlsx、.docx";
    private static final String ACCEPTED_EN =
            "PDF, JPEG, PNG, HEIC, HEIF, WEBP, XLSX, DOCX, and CSV and TXT in UTF-8 or GB18030 are"
                    + " accepted; save older .xls and .doc files as .xlsx and .docx";
    private static final long MIB = 1L << 20;

    private DocumentMessages() {}

    public static Refusal empty() {
        return refusal(Reason.EMPTY, "文件为空；请检查后重新选择", "the file is empty; look at it and choose again");
    }

    /** @param most how large a file may be, in bytes */
    public static Refusal tooLarge(long bytes, long most) {
        return refusal(
                Reason.TOO_LARGE,
                "文件有 " + mib(bytes) + " MiB，最大允许 " + mib(most) + " MiB；请压缩照片或拆分文件",
                "the file has " + mib(bytes) + " MiB, at most " + mib(most)
                        + " MiB are accepted; make the photo smaller or divide the file");
    }

    public static Refusal badSha256(String given) {
        return refusal(
                Reason.BAD_SHA256,
                "“" + given + "”不是 SHA-256；应为 64 位十六进制数",
                "\"" + given + "\" is no SHA-256: 64 hexadecimal digits are expected");
    }

    public static Refusal noRoom() {
        return refusal(
                Reason.NO_ROOM,
                "服务器磁盘空间不足，暂不接收文件；请联系平台运维人员",
                "the server's disk lacks room, so no files are taken now; tell the operator of the platform");
    }

    /** @param most how much an account may send within a day, in bytes */
    public static Refusal tooMuch(long bytes, long most) {
        return refusal(
                Reason.TOO_MUCH,
                "连同这个 " + mib(bytes) + " MiB 的文件，本账号 24 小时内上传的文件超过 " + mib(most) + " MiB；请明天继续，或请运维人员放宽限额",
                "with this file of " + mib(bytes) + " MiB the account would have sent more than " + mib(most)
                        + " MiB within 24 hours; go on tomorrow, or ask the operator for more");
    }

    public static Refusal unknownUpload() {
        return refusal(
                Reason.UNKNOWN_UPLOAD,
                "没有此上传，或因久未完成已被清理；请重新上传",
                "there is no such upload, or it was begun too long ago; begin again");
    }

    /** @param kept where the next chunk is to begin */
    public static Refusal gap(long offset, long kept) {
        return refusal(
                Reason.GAP,
                "收到从 " + offset + " 开始的分块，但已保存的只到 " + kept + "；请从 " + kept + " 继续",
                "a chunk begins at " + offset + ", but only " + kept + " bytes are kept; go on from " + kept);
    }

    public static Refusal otherContent(long offset) {
        return refusal(
                Reason.OTHER_CONTENT,
                "从 " + offset + " 开始的分块与已保存的内容不同；文件可能已改动，请重新上传",
                "the chunk at " + offset
                        + " differs from what is kept there; the file has probably changed, begin again");
    }

    public static Refusal beyondSize(long end, long bytes) {
        return refusal(
                Reason.BEYOND_SIZE,
                "分块到 " + end + " 为止，超过声明的大小 " + bytes + "；请重新上传",
                "the chunk ends at " + end + ", beyond the declared size of " + bytes + "; begin again");
    }

    public static Refusal incomplete(long kept, long bytes) {
        return refusal(
                Reason.INCOMPLETE,
                "文件有 " + bytes + " 字节，已保存 " + kept + " 字节；请继续上传其余部分",
                "the file has " + bytes + " bytes, of which " + kept + " are kept; send the rest");
    }

    public static Refusal wrongSha256() {
        return refusal(
                Reason.WRONG_SHA256,
                "收到的内容与声明的 SHA-256 不符；请重新上传",
                "what arrived has another SHA-256 than was declared; begin again");
    }

    public static Refusal hasMacros() {
        return refusal(
                Reason.HAS_MACROS,
                "文件含有宏，不予接收；请另存为不含宏的 .xlsx 或 .docx",
                "the file holds macros, which are not accepted; save it as .xlsx or .docx without them");
    }

    public static Refusal notAccepted() {
        return refusal(
                Reason.NOT_ACCEPTED, "不接收此类文件；" + ACCEPTED_ZH, "files of this kind are not accepted: " + ACCEPTED_EN);
    }

    /** Of a kind that is known, and not taken at this installation, which takes these. */
    public static Refusal notTaken(FileKind kind, Set<FileKind> taken) {
        String all = taken.stream().sorted().map(DocumentMessages::word).collect(Collectors.joining(", "));
        return refusal(
                Reason.NOT_ACCEPTED,
                "本平台不接收 " + word(kind) + " 文件；可上传 " + all,
                word(kind) + " files are not accepted here; what is accepted: " + all);
    }

    private static String word(FileKind kind) {
        return kind.code().toUpperCase(Locale.ROOT);
    }

    private static Refusal refusal(Reason reason, String zh, String en) {
        return new Refusal(reason, new Bilingual(zh, en));
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", (double) bytes / MIB);
    }
}
