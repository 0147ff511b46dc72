/** Signatures and scans beside one paper. */
export const SIGNATURES_MAX = 20;

/** How a binding paper is signed: a КЕП file beside it, a pen on paper with a scan, or a confirmation in the system. */
export const SIGNATURE_FORMS = ['kep', 'paper'] as const;
export type SignatureForm = (typeof SIGNATURE_FORMS)[number];

/** 'erased': the bytes are gone; 'sealed': kept for a court, opened by nobody here. */
export const FATES = ['erased', 'sealed'] as const;
export type Fate = (typeof FATES)[number];

/** A document that binds: an order, minutes, an act. Its lib says what it is. */
export interface Paper {
  /** 'award-order', 'session' … with the id of that: what its files belong to. */
  ownerKind: string;
  ownerId: string;
  /** «Протокол № 3», in the language of the reader. */
  title: string;
  /** The number that it has with us. */
  number: string;
  organiserId: string;
  /** The second authority of a joint competition, which reads; none for most papers. */
  coOrganiserId?: string | null;
  /** The organisation whose paper it is too, and which reads it; none for most papers. */
  organisationId?: string | null;
  /** It is the paper of that organisation, which signs it; the authority only reads it. */
  isOfOrganisation?: boolean;
  /** Nobody of the authority sees it yet. */
  isSealed?: boolean;
  /** Whose hash chain its facts join. */
  scopeId: string;
  /** Everybody may read it. */
  isPublic: boolean;
  /** Roles in the scope that may read it too. */
  readers: readonly string[];
  /** The page where it is shown, without the language prefix. */
  path: string;
}

export interface PaperSignature {
  form: SignatureForm;
  documentId: string;
  name: string;
  sha256: string;
  isVerified: boolean;
}

/** A file of a paper that was withdrawn. */
export interface WithdrawnFile {
  name: string;
  reason: string;
  withdrawnAt: Date;
  fate: Fate;
  isReplaced: boolean;
}

/** A remark with its page: «виправлено № 1». */
export interface PaperNote {
  text: string;
  /** Without the language prefix. */
  href: string;
}

/** What is shown beside a paper, wherever it is shown. */
export interface PaperMark {
  /** The strongest of its signatures. */
  form: SignatureForm | 'system';
  /** For a КЕП alone; never true without a verification (rule 79). */
  isVerified: boolean;
  number: string;
  /** In the office document system (СЕД). */
  registration: { number: string; on: string } | null;
  signatures: (PaperSignature & { href: string })[];
  withdrawn: WithdrawnFile[];
  notes: PaperNote[];
  /** Where the officer adds signatures and numbers; null for everybody else. */
  manage: string | null;
}

/** КЕП before a pen, a pen before the bare confirmation. */
export function strongest(signatures: readonly Pick<PaperSignature, 'form'>[]): PaperMark['form'] {
  return SIGNATURE_FORMS.find((form) => signatures.some((one) => one.form === form)) ?? 'system';
}
