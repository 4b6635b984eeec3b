package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.viewer.Scope;
import java.time.Clock;

/** All answers as somebody hears them who sees a part of the district. */
record Answers(
        ChangeAnswers changes,
        ReviewAnswers reviews,
        DocumentAnswers documents,
        SheetAnswers sheets,
        FilesAnswers files,
        AttachmentAnswers attachments,
        UploadAnswers uploads,
        EnterpriseAnswers enterprises,
        EnergyAnswers energy,
        IntensityAnswers intensity,
        ComparisonAnswer comparison,
        CoefficientAnswers coefficients,
        StandingAnswers standings,
        StatisticAnswers statistics,
        OutletAnswers outlets,
        DataQualityAnswers quality,
        ExceedanceAnswers exceedances,
        FormerAnswers former,
        NewestAnswers newest,
        PointAnswer point,
        SeriesAnswer series,
        JointSeriesAnswer jointSeries,
        ReturnAnswers returns,
        ClosingAnswers closings,
        ClosingLists closingLists,
        AlertAnswers alerts,
        DeadLetterAnswer deadLetters,
        DeviceAnswers devices,
        GatewayAnswers gateways,
        FindingAnswers findings,
        ProposalAnswers proposals,
        SearchAnswer search,
        OperationsAnswer operations,
        InboxAnswer inbox,
        AccountAnswers accounts,
        InvitationAnswers invitations,
        ProofAnswers proofs,
        HandOverAnswers handOvers,
        ScopeChoices scopes,
        KeyAnswers keys,
        AccessReview review,
        AuditAnswers audit) {
    Answers(ConsoleSources sources, Scope scope, Clock clock) {
        this(sources, scope, new SubjectOverview(sources, clock), clock);
    }

    private Answers(ConsoleSources sources, Scope scope, SubjectOverview overview, Clock clock) {
        this(
                new ChangeAnswers(sources.documents(), sources.audit(), clock),
                new ReviewAnswers(sources.documents(), scope, sources.audit(), clock),
                new DocumentAnswers(sources.registry(), sources.documents(), scope, sources.audit()),
                new SheetAnswers(sources.registry(), sources.documents(), scope, sources.audit()),
                new FilesAnswers(sources.documents().files()),
                new AttachmentAnswers(sources, scope),
                new UploadAnswers(sources.attachments(), sources.audit()),
                new EnterpriseAnswers(sources.registry(), scope, overview, clock),
                new EnergyAnswers(
                        sources.registry(), sources.energy(), sources.closings().marks(), clock),
                new IntensityAnswers(
                        sources.registry(),
                        sources.intensity(),
                        sources.closings().marks()),
                new ComparisonAnswer(sources, overview, clock),
                new CoefficientAnswers(sources.registry(), clock),
                new StandingAnswers(sources, scope, overview, clock),
                new StatisticAnswers(sources.registry()),
                new OutletAnswers(sources, clock),
                new DataQualityAnswers(sources, clock),
                new ExceedanceAnswers(sources, clock),
                new FormerAnswers(sources, clock),
                new NewestAnswers(sources, clock),
                new PointAnswer(sources, clock),
                new SeriesAnswer(sources, clock),
                new JointSeriesAnswer(sources, clock),
                new ReturnAnswers(sources, scope, clock),
                new ClosingAnswers(sources, scope, clock),
                new ClosingLists(sources, scope, clock),
                new AlertAnswers(sources.registry(), sources.cases(), sources.audit(), clock),
                new DeadLetterAnswer(sources.deadLetters(), new Parks(sources.registry()), clock),
                new DeviceAnswers(sources, clock),
                new GatewayAnswers(sources, clock),
                new FindingAnswers(sources.registry(), scope, new Findings(sources.books()), clock),
                new ProposalAnswers(
                        sources.registry(), scope, new ReplacementProposals(sources.books()), sources.audit(), clock),
                new SearchAnswer(sources.registry(), sources.cases()),
                new OperationsAnswer(sources.operations()),
                new InboxAnswer(sources.inbox()),
                new AccountAnswers(sources, clock),
                new InvitationAnswers(sources, new AccountAnswers(sources, clock)),
                new ProofAnswers(sources, new AccountAnswers(sources, clock)),
                new HandOverAnswers(sources, new AccountAnswers(sources, clock)),
                new ScopeChoices(sources, clock),
                new KeyAnswers(sources, clock),
                new AccessReview(sources, clock),
                new AuditAnswers(sources, clock));
    }
}
