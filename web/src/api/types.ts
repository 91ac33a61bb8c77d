/** The answers of the public contract, by the names that the pages use for them; their fields come from the server's schemas. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Sign = Schemas['Sign'];
export type ClaimType = Schemas['ClaimType'];
export type Certainty = Schemas['Certainty'];
export type Attribution = Schemas['Attribution'];
export type Rank = Schemas['Rank'];
export type ContestedBy = Schemas['Contest'];
export type RecordType = Hit['type'];

/** Anything that is named: an entity, a relation, a source. */
export type Named = Schemas['Named'];

export type Library = Schemas['Library'];
export type Question = Schemas['Questions']['questions'][number];
export type Subscription = Schemas['Subscription'];
export type Subscriptions = Schemas['Subscriptions'];
export type Reader = Schemas['Reader'];
export type ReaderFollow = Schemas['ReaderFollow'];
export type ReaderSchedule = Schemas['ReaderSchedule'];
export type ReaderDelivery = Schemas['ReaderDelivery'];
export type ReaderBrief = Schemas['ReaderBrief'];
export type ReaderAsked = Schemas['ReaderAsked'];
export type ReaderMail = Schemas['ReaderMail'];
export type ReaderKey = Schemas['ReaderKey'];
export type Deliveries = Schemas['Deliveries'];
export type NewSubscription = Schemas['NewSubscription'];
export type ToDo = Schemas['ToDo'];
export type ToDoGroup = ToDo['kinds'][number];
export type RelationType = Schemas['Relations']['relations'][number];
export type TermDefinition = Schemas['Terms']['terms'][number];

export type SearchAnswer = Schemas['Search'];
export type Hit = Schemas['Hit'];
export type FacetValue = SearchAnswer['facets'][string][number];
export type Suggestion = Schemas['Suggestions']['suggestions'][number];

export type Insight = Schemas['Insight'];
export type Link = Schemas['Link'];
export type Scope = NonNullable<Link['scope']>;
export type Quantity = Schemas['Quantity'];
export type RelatedAnswer = Schemas['Related'];
export type Related = RelatedAnswer['related'][number];

type ExcerptMember = 'start' | 'quote' | 'claimType' | 'certainty' | 'attribution' | 'rank' | 'labels';

/** A claim as a list names it: people and source by id (with `labels`) or named at once. */
export type InsightExcerpt = Pick<Insight, 'id' | 'text'> &
  Partial<Pick<Insight, ExcerptMember>> & {
    holder?: string | Named;
    speaker?: string | Named;
    source?: string | Named;
  };

export type Entity = Schemas['Entity'];
export type Fact = Schemas['Fact'];
export type Framing = Entity['framings'][number];
export type Source = Schemas['Source'];

export type Conflict = Schemas['Conflict'];
export type ConflictsAnswer = Schemas['Conflicts'];
export type History = Schemas['History'];
export type Version = History['versions'][number];
export type FieldChange = Schemas['FieldChange'];
export type Changes = Schemas['Changes'];
export type ChangeSummary = Schemas['ChangeSummary'];
export type ChangeDetails = Schemas['ChangeDetails'];
export type TouchedRecord = Schemas['TouchedRecord'];

export type Edge = Schemas['Edge'];
export type EdgesAnswer = Schemas['Edges'];
export type Evidence = Schemas['Evidence'];
/** What a list needs to show a claim; the rest may still be on its way. */
export type ShownClaim = Pick<Evidence, 'kind' | 'id' | 'text'> & Partial<Evidence>;
export type Hop = Schemas['Hop'];
/** A place where a path changes the meaning or the scope of the entity between two hops. */
export type Shift = Schemas['Shift'];
export type Path = Schemas['Path'];
export type PathsAnswer = Schemas['Paths'];
export type Searched = Schemas['Searched'];
export type HolderCount = Schemas['HolderCount'];
export type Twin = Schemas['Twin'];
export type WhatRests = Schemas['WhatRests'];
export type Difference = Schemas['Difference'];
export type Standing = Schemas['Standing'];
export type Citation = Schemas['Citation'];
export type Loop = Schemas['Loop'];
export type Loops = Schemas['Loops'];
export type Reached = Schemas['Reached'];
export type Reach = Schemas['Reach'];
export type Common = Schemas['Common'];
export type Lane = Schemas['Lane'];
export type Framings = Schemas['Framings'];
export type Position = Schemas['Position'];
export type Positions = Schemas['Positions'];
export type WhatIf = Schemas['WhatIf'];
export type Effect = Schemas['Effect'];
export type Figure = Schemas['Figure'];
export type ThinHop = Schemas['ThinHop'];
export type Brief = Schemas['Brief'];
export type BriefItem = Schemas['BriefItem'];
export type ThinHops = Schemas['ThinHops'];
export type Diff = Schemas['Diff'];
export type SourceClaims = Schemas['SourceClaims'];
export type SideBySide = Schemas['SideBySide'];
export type ComparedRow = Schemas['ComparedRow'];
export type LensComparison = Schemas['LensComparison'];

/** One thing wrong with what was sent (RFC 9457, with the members the contract adds). */
export type InputProblem = NonNullable<Schemas['Problem']['problems']>[number];

export type Session = Schemas['Session'];
export type Role = Session['role'];
export type AccountRole = Schemas['AccountRole'];
export type Account = Schemas['Account'];
export type AccountLink = Schemas['AccountLink'];
export type Invitation = Schemas['Invitation'];
export type Token = Schemas['Token'];
export type IssuedToken = Schemas['IssuedToken'];
export type AuditAnswer = Schemas['Audit'];
export type AuditEntry = Schemas['AuditEntry'];
/** What publishing a record would be refused for. */
export type Checked = Schemas['Checked'];
export type WrittenSeveral = Schemas['WrittenSeveral'];
export type Undone = Schemas['Undone'];

/** What a reader says of a claim. */
export type Remark = Schemas['Remark'];
export type RemarksAnswer = Schemas['Remarks'];
export type NewRemark = Schemas['NewRemark'];
/** A dispute in the queue, with its claim as it is now. */
export type Dispute = Schemas['Dispute'];
export type Disputes = Schemas['Disputes'];
export type Backup = Schemas['Backup'];
export type Backups = Schemas['Backups'];
export type Job = Schemas['Job'];
export type JobList = Schemas['Jobs'];
export type Health = Schemas['Health'];
export type ScanRun = Schemas['ScanRun'];
export type ScanRuns = Schemas['ScanRuns'];
export type ScanRule = Schemas['ScanRule'];
export type Transcript = Schemas['Transcript'];
export type Transcripts = Schemas['Transcripts'];
export type Proposal = Schemas['Proposal'];
export type Proposals = Schemas['Proposals'];
export type Accepted = Schemas['Accepted'];
export type Fix = Schemas['Fix'];
/** What publishing would do. */
export type Consequences = Schemas['Consequences'];
export type ForetoldEdge = Schemas['ForetoldEdge'];
export type SimilarClaims = Schemas['Similar'];
export type ImportedAlike = Schemas['ImportedAlike'];
export type ImportRun = Schemas['ImportRun'];
export type ImportRuns = Schemas['ImportRuns'];
export type Written = Schemas['Written'];

export type ExampleQueries = Schemas['ExampleQueries'];
export type ExampleQuery = ExampleQueries['examples'][number];

export type KeptView = Schemas['Exploration'];
export type KeptViews = Schemas['Explorations'];

/** What one picture of several entities shows. */
export type PictureAnswer = Schemas['Picture'];
