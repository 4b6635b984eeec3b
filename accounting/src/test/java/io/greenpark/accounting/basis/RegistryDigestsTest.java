package io.greenpark.accounting.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another text of the same facts would make an upgrade recompute all figures. */
class RegistryDigestsTest {
    private final RegistryDigests digests =
            new RegistryDigests(TestRegistry.district().current());

    private static String digest(String json) {
        return "2:" + Sha256.hex(json.replace('\'', '"'));
    }

    @Test
    void facts_of_a_point() {
        assertThat(digests.of(BasisKey.point("m-mill")))
                .isEqualTo(
                        digest(
                                "{'enterprise':'mill','facts':[{'boundary':true,'carrier':'ELECTRICITY',"
                                        + "'expectedInterval':'PT15M','kind':'REGISTER','period':'PT0S','ratio':'1','stamp':'END',"
                                        + "'unit':'KWH','validFrom':'1970-01-01T00:00:00Z'}],'replacements':[],'zone':'Asia/Shanghai'}"));
        assertThat(digests.of(BasisKey.point("nobody"))).isNull();
    }

    @Test
    void coefficients() {
        assertThat(digests.of(BasisKey.factors("mill")))
                .isEqualTo(digest("{'sets':[{'basis':'EQUIVALENT','coefficients':{'ELECTRICITY':"
                        + "{'countsInComprehensiveEnergy':true,'kgcePerUnit':'0.1229'}},'id':'set',"
                        + "'validFrom':'2000-01-01'}]}"));
    }

    @Test
    void metering_at_the_boundary() {
        assertThat(digests.of(BasisKey.metering("mill")))
                .isEqualTo(digest("{'uses':[{'carrier':'ELECTRICITY','from':'1970-01-01T00:00:00Z'}]}"));
        assertThat(digests.of(BasisKey.metering("gone"))).isEmpty();
    }

    @Test
    void an_acceptance_is_a_matter_of_the_sums_and_not_of_the_hours_and_none_is_none() {
        String point = digests.of(BasisKey.point("m-mill"));
        String metering = digests.of(BasisKey.metering("mill"));
        RegistryDigests pending = new RegistryDigests(TestRegistry.district()
                .accepted("d-mill", Acceptance.pending())
                .publish()
                .current());
        assertThat(pending.of(BasisKey.point("m-mill"))).isEqualTo(point);
        assertThat(pending.of(BasisKey.metering("mill")))
                .isEqualTo(digest("{'uses':[{'carrier':'ELECTRICITY','from':'1970-01-01T00:00:00Z',"
                        + "'notAccepted':'1970-01-01T00:00:00Z/'}]}"));
        RegistryDigests always = new RegistryDigests(TestRegistry.district()
                .accepted("d-mill", new Acceptance(List.of(new Stage(Acceptance.EVER, State.ACCEPTED, null))))
                .publish()
                .current());
        assertThat(always.of(BasisKey.metering("mill"))).isEqualTo(metering);
    }

    @Test
    void statistics_of_a_year() {
        assertThat(digests.of(BasisKey.statistics("mill", YearMonth.of(2025, 12))))
                .isEqualTo(digest("{'months':[{'allowedUse':'JUDGE','ivaCny':'1000000','month':'2025-03',"
                        + "'status':'FINAL'}]}"));
        assertThat(digests.of(BasisKey.statistics("mill", YearMonth.of(2020, 1))))
                .isEmpty();
        assertThat(digests.of(BasisKey.statistics("gone", YearMonth.of(2025, 1))))
                .isNull();
    }

    @Test
    void members_of_an_area() {
        assertThat(digests.of(BasisKey.members(Subject.park("east"))))
                .isEqualTo(digest("{'enterprises':['forge','mill'],'zone':'Asia/Shanghai'}"));
        assertThat(digests.of(BasisKey.members(Subject.district("district"))))
                .isEqualTo(digest("{'enterprises':['forge','kiln','mill'],'zone':'Asia/Shanghai'}"));
        assertThat(digests.of(BasisKey.members(Subject.park("gone")))).isEmpty();
    }

    @Test
    void targets_of_a_subject() {
        assertThat(digests.of(BasisKey.targets(Subject.park("east"))))
                .isEqualTo(digest("{'targets':[{'baseYear':2025,'basis':'EQUIVALENT','fromYear':2026,'id':'of-east',"
                        + "'toYear':2030,'yearlyChangePercent':'-4'}]}"));
        assertThat(digests.of(BasisKey.targets(Subject.park("west")))).isEmpty();
    }

    @Test
    void keys_are_read_as_they_were_written() {
        for (BasisKey key : AffectedBasis.all(TestRegistry.district().current())) {
            assertThat(BasisKey.ofText(key.text())).contains(key);
        }
        assertThat(BasisKey.ofText("comparison:mill")).isEmpty();
    }
}
