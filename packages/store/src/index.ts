export { AuditHeads, type DayHead } from './audit/audit-heads.ts';
export { AuditSealer, ChainCut } from './audit/audit-sealer.ts';
export { checkAudit } from './audit/check-audit.ts';
export { type AuditBreak, type AuditFault, type AuditReport, verifyAudit } from './audit/verify-audit.ts';
export { verifyAuditOf } from './audit/verify-audit-of.ts';
export type { BackupHead, BackupManifest, BackupProgress } from './backup/backup-format.ts';
export { type BackupKey, type BackupLock, isLocked } from './backup/backup-keys.ts';
export { type BackupOptions, type MadeBackup, makeBackup } from './backup/make-backup.ts';
export { noteBackup } from './backup/note-backup.ts';
export { type RestoreOptions, restoreBackup } from './backup/restore-backup.ts';
export { refuseUnfinishedFolder } from './backup/unfinished-restore.ts';
export { type VerifiedBackup, verifyBackup } from './backup/verify-backup.ts';
export * from './campaigns/campaign-results.ts';
export * from './campaigns/campaign-rows.ts';
export * from './campaigns/campaign-templates.ts';
export * from './campaigns/campaign-turns.ts';
export * from './campaigns/campaigns.ts';
export {
  type AudienceCounts,
  type AudienceQuestion,
  audienceCounts,
} from './campaigns/candidate-families.ts';
export * from './campaigns/made-up-phones.ts';
export * from './campaigns/whatsapp-notices.ts';
export {
  applyChangeList,
  type ChangeListKind,
  type ChangeListOrder,
  type ChangeListResult,
} from './change-lists/apply-change-list.ts';
export { type ChangeListRow, changeListNames, changeLists } from './change-lists/change-lists.ts';
export * from './chat/chat-calls.ts';
export * from './chat/chat-conversations.ts';
export * from './chat/chat-files.ts';
export * from './chat/chat-identity.ts';
export * from './chat/chat-inbox.ts';
export * from './chat/chat-outbox.ts';
export * from './chat/chat-page.ts';
export * from './chat/chat-settings.ts';
export * from './chat/chat-work.ts';
export * from './chat/keep-calls.ts';
export { type OpenItem, openItem } from './chat/open-item.ts';
export * from './chat/simulated-chats.ts';
export {
  type ConnectionSettings,
  type Connections,
  connect,
  type Database,
  type Db,
  ownerOnly,
} from './database/connect.ts';
export { isConnectionLost } from './database/connection-lost.ts';
export { type GivenLogins, LoginRefused, LoginTooStrong } from './database/logins.ts';
export { migrate, pendingMigrations } from './database/migrate.ts';
export { type OpenOptions, openDatabase } from './database/open-database.ts';
export { openOwner } from './database/open-owner.ts';
export { reachOwner } from './database/reach-owner.ts';
export type { ScopedWork } from './database/scoped-work.ts';
export { type WorkFigures, workFigures } from './database/work-figures.ts';
export { type DriveFigures, driveFigures } from './drive/drive-figures.ts';
export { driveList } from './drive/drive-list.ts';
export {
  type EligibilityFace,
  type EligibilityQuestion,
  type EligibilityRow,
  type FamilyArrears,
  lookUpEligibility,
} from './eligibility/eligibility-look-up.ts';
export { memberFingerprints } from './eligibility/member-fingerprints.ts';
export { type ComputedFigures, computeFigures } from './figures/compute-figures.ts';
export {
  type AreaFigureLevel,
  type FigureAreaRow,
  figureArea,
  figureAreas,
  figureMonths,
  figureRestatements,
  figureSeries,
  findSnapshot,
  type RestatementRow,
  type SnapshotRow,
  usesBetween,
} from './figures/figure-reader.ts';
export {
  AccountRepository,
  type AccountRow,
  type AssignmentRow,
  type UserRow,
} from './gate/account-repository.ts';
export {
  type ApiClientKind,
  ApiClientRepository,
  type ApiClientRow,
  type KnownCredential,
} from './gate/api-client-repository.ts';
export { SecondFactorRepository, type SecondFactorRow } from './gate/second-factor-repository.ts';
export { type BrowserRow, SessionRepository } from './gate/session-repository.ts';
export { type GuardKind, type GuardRule, SignInGuardRepository } from './gate/sign-in-guard-repository.ts';
export { SignInStepRepository } from './gate/sign-in-step-repository.ts';
export { type HouseholdLedger, householdLedger } from './ledger/household-ledger.ts';
export { importSettlement, type SettlementReport } from './ledger/import-settlement.ts';
export { addPayerPayment, type PayerBillRow, payerBillsOf } from './ledger/payer-payments.ts';
export {
  type PaymentNotice,
  PaymentRepository,
  type Posting,
  type PostingOptions,
} from './ledger/payment-repository.ts';
export { type LedgerProof, proveLedger } from './ledger/prove-ledger.ts';
export { proveStates } from './ledger/prove-states.ts';
export {
  openSuspense,
  type ReconciledDay,
  reconciliation,
  reliefByKind,
  type SuspenseRow,
} from './ledger/reconciliation.ts';
export { addRehabPlan, type ListedPlan, rehabPlans } from './ledger/rehab-plans.ts';
export { type OpenWriteOff, type WriteOff, WriteOffs } from './ledger/write-offs.ts';
export { deleteRun, type LoadedCounts, type LoadOptions, loadRun } from './load/load-run.ts';
export { type ImportedMembers, importMembers } from './membership/import-members.ts';
export { type LoadedMembers, type LoadMembersOptions, loadMembers } from './membership/load-members.ts';
export type { MemberPlace } from './membership/member-name-search.ts';
export { MemberRepository, type MembershipDetail } from './membership/member-repository.ts';
export type { MemberRow } from './membership/member-row.ts';
export { type MemberSearch, searchMembers } from './membership/member-search.ts';
export { type MemberTotals, memberTotals } from './membership/member-totals.ts';
export { changeClass } from './membership-acts/change-class.ts';
export { correctIdentity, type IdentityField } from './membership-acts/correct-identity.ts';
export { endMembership } from './membership-acts/end-membership.ts';
export {
  applyFacilityChoices,
  chooseFacility,
  facilitiesNamed,
  facilityChosenOn,
} from './membership-acts/facility-choices.ts';
export {
  classChosenOn,
  type FamilyPerson,
  familyOfMember,
  otherCardsOf,
} from './membership-acts/family-of-member.ts';
export { type CloseOptions, type CloseResult, closeMonth, undoClose } from './month-close/close-month.ts';
export { closableMonths, type MonthCloseRow, monthCloses } from './month-close/month-closes.ts';
export type { StepResult } from './month-close/run-step.ts';
export * from './own/member-notices.ts';
export { MemberSessionRepository, type MemberSessionRow } from './own/member-session-repository.ts';
export { MemberSignInRepository } from './own/member-sign-in-repository.ts';
export * from './own/own-family.ts';
export type { Desk } from './pesiar/add-application.ts';
export { type AgentDay, agentDays, type DayVisit } from './pesiar/agent-days.ts';
export { type AgentPack, agentPack, type PackResident } from './pesiar/agent-pack.ts';
export { type AppendedFact, appendCaseFacts, type FactRefusal } from './pesiar/append-case-facts.ts';
export { type ApprovedForms, approveByList } from './pesiar/approve-by-list.ts';
export { approveNewborn, type NewbornApproval } from './pesiar/approve-newborn.ts';
export { approvePbpu, type PbpuApproval } from './pesiar/approve-pbpu.ts';
export { approveReactivation, type ReactivationApproval } from './pesiar/approve-reactivation.ts';
export { asOwner } from './pesiar/as-owner.ts';
export {
  type AgentLoad,
  type AgentStop,
  type AssignedCases,
  agentLoads,
  agentRoute,
  assignCases,
  recallCases,
} from './pesiar/assign-cases.ts';
export { addAttachment, findAttachment, type KeptAttachment } from './pesiar/attachments.ts';
export { type CaseFilter, countCases, listCases } from './pesiar/case-list.ts';
export { type CasePage, caseFacts, casePage, evidenceOfForms, factsAfter } from './pesiar/case-page.ts';
export type { CaseRow, KeptFact } from './pesiar/case-row.ts';
export { clientDb } from './pesiar/client-db.ts';
export {
  activeByDay,
  type CommandFigures,
  commandFigures,
  type FigureLevel,
} from './pesiar/command-figures.ts';
export { type Deciding, keepVerdicts, refuseForms, waitingForms } from './pesiar/decision.ts';
export {
  type ApplicationFilter,
  type ApplicationRow,
  applicationAccount,
  applications,
  deskCounts,
  employerApplications,
  setEmployer,
} from './pesiar/desk-queue.ts';
export { familyOfResident } from './pesiar/family-of-resident.ts';
export { type FollowedRun, followRun } from './pesiar/follow-run.ts';
export { type FormDetail, formDetail } from './pesiar/form-people.ts';
export { type GatheringRow, Gatherings, type GuestRow } from './pesiar/gatherings.ts';
export { newIds } from './pesiar/new-ids.ts';
export { type OpenedCounts, openCases } from './pesiar/open-cases.ts';
export { type QuotaState, quotaState, setQuota } from './pesiar/pemda-quota.ts';
export { say } from './pesiar/say.ts';
export {
  type PesiarSettingName,
  pesiarSettings,
  type StandingSetting,
  setPesiar,
  settingIn,
} from './pesiar/settings.ts';
export { awaitsCover, type Settled, settleApplications } from './pesiar/settle-applications.ts';
export { type SettledConflictRow, settledConflicts } from './pesiar/settled-conflicts.ts';
export { Breaches, type BreachRecord } from './privacy/breaches.ts';
export { countErasable, type ErasedRows, erasePerson, runFoldersOf } from './privacy/erase-person.ts';
export { type ExportOrderRow, ExportOrders } from './privacy/export-orders.ts';
export { type HeldData, heldDataOf } from './privacy/held-data.ts';
export {
  type LetterOwner,
  type LetterRow,
  Letters,
  type LetterTopic,
  type PesiarLetterFilter,
  type PesiarLetterRow,
} from './privacy/letters.ts';
export type { PersonKeys } from './privacy/person-keys.ts';
export { PrivacySettings } from './privacy/privacy-settings.ts';
export { type RestrictedKeys, restrictedKeys } from './privacy/restricted-keys.ts';
export { Retention, type RetentionRunRow, type StandingHold } from './privacy/retention.ts';
export { type NewRequest, type RequestRecord, SubjectRequests } from './privacy/subject-requests.ts';
export { type DatabaseReport, databaseReport } from './report/database-report.ts';
export { tableDictionary } from './report/table-dictionary.ts';
export { AreaRepository, type AreaRow, type BoundaryRow } from './repositories/area-repository.ts';
export { type AuditEntry, AuditLog } from './repositories/audit-log.ts';
export { type AuditFilter, AuditRepository, type AuditRow } from './repositories/audit-repository.ts';
export {
  type BackupLogRow,
  type BackupOrigin,
  BackupRepository,
} from './repositories/backup-repository.ts';
export {
  type ComparedKeys,
  type ComparisonCounts,
  type ComparisonKind,
  ComparisonRepository,
} from './repositories/comparison-repository.ts';
export { DecisionRepository, type DecisionView, type Verdict } from './repositories/decision-repository.ts';
export {
  type AreaFigures,
  type BanjarFigures,
  FiguresRepository,
} from './repositories/figures-repository.ts';
export { IdempotencyRepository } from './repositories/idempotency-repository.ts';
export type { PeopleFilter, PeopleList, PeopleSort } from './repositories/people-filter.ts';
export { type PeoplePage, PeopleRepository, type PersonRow } from './repositories/people-repository.ts';
export type { PersonRecord } from './repositories/person-columns.ts';
export { type MemberDetail, type PersonDetail, PersonRepository } from './repositories/person-repository.ts';
export { type PrintPerson, PrintRepository } from './repositories/print-repository.ts';
export { type ReviewPair, ReviewRepository } from './repositories/review-repository.ts';
export {
  type RunEventRow,
  RunRepository,
  type RunRow,
  type RunState,
  type StageRow,
} from './repositories/run-repository.ts';
export { UploadRepository, type UploadRow } from './repositories/upload-repository.ts';
export type { WordCounts } from './repositories/word-search.ts';
export {
  addRuleSetting,
  type DecidedRule,
  type RuleSetting,
  ruleSettings,
  rulesOn,
} from './rules/rule-settings.ts';
export { saveTariffs } from './rules/save-tariffs.ts';
export { type Origin, Scope } from './scope.ts';
export {
  type DeviceEnd,
  DeviceRepository,
  type DeviceRow,
  type HeldOnPhone,
  type RescuedItem,
} from './sync/device-repository.ts';
export { type RegisterRow, registerOfVillage, runOfVillage } from './sync/field-register.ts';
export { countContacts } from './utilisation/count-contacts.ts';
export { addFacilities, type FacilityRow, fillVisits } from './utilisation/fill-visits.ts';
export { importVisits, type VisitFileReport, visitFileColumns } from './utilisation/import-visits.ts';
export { nextSepNumber, sepOnRecord } from './utilisation/next-sep-number.ts';
export {
  type TakenVisit,
  takeVisits,
  type VisitMessage,
  type VisitOutcome,
} from './utilisation/take-visits.ts';
export { type VisitRow, visitsAskedFor } from './utilisation/visits-asked-for.ts';
