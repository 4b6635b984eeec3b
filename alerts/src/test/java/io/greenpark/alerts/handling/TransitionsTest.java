package io.greenpark.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be done from where, by whom, and where it leads. */
class TransitionsTest {
    private static final Actor LI = Actor.ofOffice("li", "li", Set.of(Role.OFFICER));
    private static final Actor WANG = Actor.ofOffice("wang", "wang", Set.of(Role.OFFICER));
    private static final Actor GRID = Actor.ofOffice("sun", "sun", Set.of(Role.GRID_OFFICER));
    private static final Actor KEY = Actor.ofOffice("key-7", "zhao", Set.of(Role.OFFICER));
    private static final Actor CONTACT = Actor.ofEnterprise("zhang", "zhang");
    private static final List<Actor> ALL = List.of(LI, WANG, GRID, KEY, CONTACT);
    private static final Procedure PROCEDURE = new Procedure(
            "all",
            Bilingual.same("all"),
            Set.of(),
            Set.of(),
            null,
            null,
            true,
            true,
            false,
            Terms.NONE,
            Map.of(HandlingAction.CLOSE, Set.of(Role.OFFICER)));

    private static CasePosition at(HandlingStage stage) {
        return new CasePosition(stage, Case.State.CLEARED, true, true, true, null);
    }

    private static StepDetails passed(boolean passed) {
        return new StepDetails(Map.of(DetailField.PASSED, Boolean.toString(passed)), List.of());
    }

    /** One try of a walk. */
    record Try(HandlingAction action, int who, boolean passed, boolean measuredOver) {}

    @Property(tries = 2_000)
    void no_walk_closes_with_one_account_where_an_answer_is_demanded(
            @ForAll @Size(min = 5, max = 40) List<HandlingAction> actions,
            @ForAll @Size(min = 5, max = 40) List<Integer> whos,
            @ForAll @Size(min = 5, max = 40) List<Boolean> choices) {
        HandlingStage stage = HandlingStage.PUSHED;
        String checkedBy = null;
        List<String> ofOffice = new ArrayList<>();
        for (int i = 0; i < Math.min(actions.size(), Math.min(whos.size(), choices.size())); i++) {
            Actor by = ALL.get(Math.floorMod(whos.get(i), ALL.size()));
            Case.State state = choices.get(i) ? Case.State.CLEARED : Case.State.OPEN;
            CasePosition at = new CasePosition(stage, state, true, true, true, checkedBy);
            HandlingAction action = actions.get(i);
            if (Transitions.refusal(at, action, by, PROCEDURE).isPresent()) {
                continue;
            }
            HandlingStage next = Transitions.next(at, action, by, passed(choices.get(i)));
            if (next == HandlingStage.CLOSED && stage != HandlingStage.CLOSED) {
                assertThat(ofOffice).as("somebody else looked into it first").anyMatch(a -> !a.equals(by.account()));
                assertThat(checkedBy).isNotNull().isNotEqualTo(by.account());
                assertThat(by.program()).isFalse();
                assertThat(by.roles()).contains(Role.OFFICER);
            }
            if (by.side() == Side.OFFICE) {
                ofOffice.add(by.account());
            }
            checkedBy = Transitions.checkedBy(at, next, by);
            stage = next;
        }
    }

    @ParameterizedTest
    @EnumSource(HandlingStage.class)
    void people_of_an_enterprise_only_take_note_answer_report_and_comment(HandlingStage stage) {
        Set<HandlingAction> can = EnumSet.noneOf(HandlingAction.class);
        for (HandlingAction action : HandlingAction.values()) {
            if (Transitions.refusal(at(stage), action, CONTACT, PROCEDURE).isEmpty()) {
                can.add(action);
            }
        }
        assertThat(EnumSet.of(
                        HandlingAction.ACKNOWLEDGE,
                        HandlingAction.ANSWER,
                        HandlingAction.REPORT_RECTIFIED,
                        HandlingAction.COMMENT,
                        HandlingAction.ATTACH))
                .containsAll(can);
        assertThat(can).contains(HandlingAction.COMMENT);
        assertThat(can.contains(HandlingAction.ANSWER))
                .isEqualTo(EnumSet.of(
                                HandlingStage.NEW,
                                HandlingStage.PUSHED,
                                HandlingStage.ACKNOWLEDGED,
                                HandlingStage.RETURNED)
                        .contains(stage));
    }

    @ParameterizedTest
    @CsvSource({
        "PUSH, NEW, PUSHED",
        "RETURN, ANSWERED, RETURNED",
        "VERIFY, ANSWERED, VERIFIED",
        "RECTIFY, VERIFIED, RECTIFYING",
        "REVIEW, RECTIFIED, RECTIFYING",
        "TRANSFER, REVIEWED, TRANSFERRED",
        "MISREPORT, PUSHED, MISREPORT",
        "CLOSE, REVIEWED, CLOSED",
        "REOPEN, CLOSED, PUSHED",
        "EXTEND, ANSWERED, ANSWERED",
        "ACKNOWLEDGE, PUSHED, PUSHED"
    })
    void the_office_leads_a_case_on(HandlingAction action, HandlingStage from, HandlingStage to) {
        assertThat(Transitions.refusal(at(from), action, LI, PROCEDURE)).isEmpty();
        assertThat(Transitions.next(at(from), action, LI, StepDetails.NONE)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "PUSH, PUSHED",
        "RETURN, PUSHED",
        "RECTIFY, ANSWERED",
        "REVIEW, VERIFIED",
        "TRANSFER, ANSWERED",
        "VERIFY, CLOSED",
        "REOPEN, PUSHED",
        "CLOSE, RECTIFYING",
        "ACKNOWLEDGE, CLOSED"
    })
    void from_a_stage_that_does_not_allow_it_nothing_is_done(HandlingAction action, HandlingStage from) {
        assertThat(Transitions.refusal(at(from), action, LI, PROCEDURE)).contains(Refusal.STAGE);
    }

    @Test
    void whoever_verified_does_not_close_and_a_program_never() {
        CasePosition verified = new CasePosition(HandlingStage.VERIFIED, Case.State.CLEARED, true, true, true, "li");
        assertThat(Transitions.refusal(verified, HandlingAction.CLOSE, LI, PROCEDURE))
                .contains(Refusal.SAME_PERSON);
        assertThat(Transitions.refusal(verified, HandlingAction.CLOSE, WANG, PROCEDURE))
                .isEmpty();
        assertThat(Transitions.refusal(verified, HandlingAction.CLOSE, GRID, PROCEDURE))
                .contains(Refusal.ROLE);
        assertThat(Transitions.refusal(verified, HandlingAction.CLOSE, KEY, PROCEDURE))
                .contains(Refusal.PROGRAM);
        Actor keyOfLi = Actor.ofOffice("key-8", "li", Set.of(Role.OFFICER));
        assertThat(Transitions.checkedBy(at(HandlingStage.ANSWERED), HandlingStage.VERIFIED, keyOfLi))
                .as("a key counts as its account")
                .isEqualTo("li");
    }

    @Test
    void what_is_still_measured_is_closed_only_as_a_misreport_or_once_handed_over() {
        CasePosition verified = new CasePosition(HandlingStage.VERIFIED, Case.State.OPEN, true, true, true, "li");
        assertThat(Transitions.refusal(verified, HandlingAction.CLOSE, WANG, PROCEDURE))
                .contains(Refusal.STILL_MEASURED);
        CasePosition misreport = new CasePosition(HandlingStage.MISREPORT, Case.State.OPEN, true, true, true, "li");
        assertThat(Transitions.refusal(misreport, HandlingAction.CLOSE, WANG, PROCEDURE))
                .isEmpty();
    }

    @Test
    void where_no_answer_is_demanded_one_person_takes_note_and_closes() {
        CasePosition silent = new CasePosition(HandlingStage.PUSHED, Case.State.CLEARED, true, false, false, null);
        assertThat(Transitions.next(silent, HandlingAction.ACKNOWLEDGE, LI, StepDetails.NONE))
                .isEqualTo(HandlingStage.ACKNOWLEDGED);
        assertThat(Transitions.refusal(silent, HandlingAction.CLOSE, LI, PROCEDURE))
                .isEmpty();
        CasePosition demanded = new CasePosition(HandlingStage.PUSHED, Case.State.CLEARED, true, true, true, null);
        assertThat(Transitions.refusal(demanded, HandlingAction.CLOSE, LI, PROCEDURE))
                .contains(Refusal.UNCHECKED);
        assertThat(Transitions.next(demanded, HandlingAction.ACKNOWLEDGE, CONTACT, StepDetails.NONE))
                .isEqualTo(HandlingStage.ACKNOWLEDGED);
    }

    @Test
    void a_case_that_was_withdrawn_only_takes_comments() {
        CasePosition withdrawn = new CasePosition(HandlingStage.ENDED, Case.State.WITHDRAWN, true, true, false, null);
        for (HandlingAction action : HandlingAction.values()) {
            for (Actor by : ALL) {
                assertThat(Transitions.refusal(withdrawn, action, by, PROCEDURE).isEmpty())
                        .as(action + " by " + by.person())
                        .isEqualTo(action == HandlingAction.COMMENT);
            }
        }
    }
}
