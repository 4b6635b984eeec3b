package io.greenpark.dashboards.source;

import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.access.account.Identities;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.audit.Looks;
import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.IntensityAccounts;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.contact.ContactDesk;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.outbox.ChannelDesk;
import io.greenpark.alerts.preview.MessageDesk;
import io.greenpark.alerts.receipt.ReceiptDesk;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.dashboards.pack.Packs;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.operations.status.Operations;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.live.StandstillRule;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import io.greenpark.plan.desk.Planning;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.sheets.mapping.SheetMappings;
import io.greenpark.store.books.Books;
import org.jspecify.annotations.Nullable;

/**
 * Everything the console shows.
 *
 * @param documents the registry as documents, with their history; {@code registry} is what they say now
 * @param quarantine what waits to be claimed
 * @param attachments files that people attached to what the registry has; who sees which is decided by what they belong to
 * @param handling where people act on cases; who may is decided by whoever knows accounts
 * @param marks what enterprises mark of their own data; of the whole district
 * @param contacts how contacts stand; who sees which is decided by whose they are
 * @param channels how the ways fare on which people are told; for those who see all of the district
 * @param receipts where people take note of cases by the links of messages
 * @param messages the wording of messages; for those who see all of the district
 * @param ruleBooks by what cases are judged, for the whole district
 * @param returns monthly returns of the whole district
 * @param cleanProduction clean production of the whole district
 * @param acceptance acceptance sheets of the whole district
 * @param mappings what people's own sheets mean
 * @param handOut what devices are set up with
 * @param closings closes months and says what came in since; of the whole district
 * @param planning plans of the whole district, and yearly sheets of all enterprises; who sees which is decided by whose they are
 * @param identities who somebody is, by accounts and keys
 * @param objections what enterprises object to
 * @param objectionMarks what of that is shown beside a thing
 * @param audit who did what
 * @param looks who looked at what
 * @param operations the state of the platform itself
 * @param standstill when the data of a device stand still
 * @param postbox what mails are sent with
 * @param packs inspection packs of the whole district; whose are shown is decided by whom they are of
 * @param inbox the demo's mailbox; null where mail goes out
 */
public record ConsoleSources(
        RegistrySource registry,
        RegistryDocuments documents,
        EnergyAccounts energy,
        IntensityAccounts intensity,
        Standings standings,
        DischargeAccounts discharges,
        Cases cases,
        HandlingDesk handling,
        MarkDesk marks,
        ContactDesk contacts,
        ChannelDesk channels,
        ReceiptDesk receipts,
        MessageDesk messages,
        RuleBooks ruleBooks,
        DeadLetters deadLetters,
        Quarantine quarantine,
        DocumentStore attachments,
        ReturnDesk returns,
        CleanProduction cleanProduction,
        AcceptanceDesk acceptance,
        SheetMappings mappings,
        DeviceHandOut handOut,
        ClosingDesk closings,
        Planning planning,
        ObjectionDesk objections,
        ObjectionMarks objectionMarks,
        Books books,
        Identities identities,
        AuditLog audit,
        Looks looks,
        Operations operations,
        StandstillRule standstill,
        Postbox postbox,
        Packs packs,
        @Nullable Inbox inbox) {
    /** The same as somebody sees it whose part of the district is a scope. */
    public ConsoleSources within(Scope scope) {
        if (scope.district()) {
            return this;
        }
        RegistrySource seen = ScopedRegistry.of(registry, scope);
        return new ConsoleSources(
                seen,
                documents,
                energy,
                intensity,
                standings,
                discharges,
                new ScopedCases(cases, seen, scope),
                handling,
                marks,
                contacts,
                channels,
                receipts,
                messages,
                ruleBooks,
                new ScopedDeadLetters(deadLetters, seen),
                new ScopedQuarantine(quarantine, registry, scope),
                attachments,
                returns,
                cleanProduction,
                acceptance,
                mappings,
                handOut,
                closings,
                planning,
                objections,
                objectionMarks,
                books,
                identities,
                audit,
                looks,
                operations,
                standstill,
                postbox,
                packs,
                inbox);
    }
}
