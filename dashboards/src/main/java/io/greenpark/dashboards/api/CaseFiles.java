package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.StoredDocument;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;

/** Files that steps of cases carry: seen by who sees the case, those of internal steps by the authority alone; they stay, as the steps do. */
final class CaseFiles {
    private final Cases cases;
    private final HandlingDesk desk;

    /** @param cases those that whoever asks sees */
    CaseFiles(Cases cases, HandlingDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    static boolean isOfCase(DocumentOwner owner) {
        return owner.kind().equals(HandlingAnswers.CASE);
    }

    boolean shows(StoredDocument file, DocumentOwner owner, Viewer viewer) {
        return cases.find(owner.id()).isPresent()
                && (CaseStaff.isStaff(viewer)
                        || file.uploadedBy().equals(viewer.account())
                        || isOfOpenStep(file.id(), owner.id()));
    }

    private boolean isOfOpenStep(String file, String caseId) {
        return desk.of(caseId, null)
                .filter(h -> h.steps().values().stream()
                        .anyMatch(step ->
                                !step.internal() && step.details().attachments().contains(file)))
                .isPresent();
    }

    /** Refuses to remove what a step of a case carries. */
    static void requireNoneOfCase(DocumentOwner owner) {
        if (isOfCase(owner)) {
            throw Problem.forbidden(new Bilingual(
                    "该文件是预警办理记录的一部分，不能移除；如有误，请补充说明或附件",
                    "the file is part of what was done about a case and stays; add a comment or another file"));
        }
    }
}
