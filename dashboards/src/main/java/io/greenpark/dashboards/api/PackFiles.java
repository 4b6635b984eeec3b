package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.document.DocumentContent;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.viewer.Viewer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that people attached to what a pack is about, with a list of them. */
final class PackFiles {
    private final ConsoleSources sources;
    private final CaseFiles ofCases;
    private final CaseStaff staff;
    private final Viewer viewer;

    PackFiles(ConsoleSources sources, Viewer viewer) {
        this.sources = sources;
        this.ofCases = new CaseFiles(sources.cases(), sources.handling());
        this.staff = new CaseStaff(sources.identities());
        this.viewer = viewer;
    }

    /**
     * Writes them.
     *
     * @param owners what files belong to, all of which the asker sees
     * @param end files of these sent later are left out
     * @param whole owners, likewise seen, all files of which are written
     */
    void write(PackWriter pack, List<DocumentOwner> owners, Instant end, List<DocumentOwner> whole) throws IOException {
        List<StoredDocument> written = new ArrayList<>();
        for (DocumentOwner owner : owners) {
            for (StoredDocument file : sources.attachments().of(owner)) {
                boolean seen = !CaseFiles.isOfCase(owner) || ofCases.shows(file, owner, viewer);
                if (seen && file.uploadedAt().isBefore(end) && write(pack, file)) {
                    written.add(file);
                }
            }
        }
        for (DocumentOwner owner : whole) {
            for (StoredDocument file : sources.attachments().of(owner)) {
                if (write(pack, file)) {
                    written.add(file);
                }
            }
        }
        pack.add(
                "attachments/attachments.csv",
                out -> PackCsv.write(
                        out,
                        List.of(
                                "文件 file",
                                "文件名 name",
                                "归属类型 kind",
                                "归属 id",
                                "字节 bytes",
                                "SHA-256",
                                "上传时间 uploaded",
                                "上传人 by"),
                        csv -> written.forEach(file -> {
                            DocumentOwner owner = file.owner();
                            csv.row(
                                    nameOf(file),
                                    PackCsv.said(file.name()),
                                    owner == null ? "" : owner.kind(),
                                    owner == null ? "" : owner.id(),
                                    file.bytes(),
                                    file.sha256(),
                                    Json.time(file.uploadedAt(), Json.PLATFORM_ZONE),
                                    PackCsv.said(
                                            PackLooks.masked(String.valueOf(staff.shown(file.uploadedBy(), viewer)))));
                        })));
    }

    private boolean write(PackWriter pack, StoredDocument file) throws IOException {
        Optional<DocumentContent> opened = sources.attachments().open(file.id());
        if (opened.isEmpty()) {
            // Removed since it was listed.
            return false;
        }
        try (DocumentContent content = opened.get()) {
            pack.add("attachments/" + nameOf(file), out -> content.stream().transferTo(out));
        }
        return true;
    }

    private static String nameOf(StoredDocument file) {
        return PackNames.safe(file.id()) + "/" + PackNames.safe(file.name());
    }
}
