import { holds, type Actor, type Policy } from '#libs/platform/access';

/** Whose register it is. */
interface Owned {
  organiserId: string;
}

const isOfficer = (actor: Actor, { organiserId }: Owned): boolean => holds(actor, ['officer'], organiserId);

/** Who may do what with the registers of an authority. */
export const importPolicy: Policy<'see' | 'import' | 'undo', Owned> = {
  see: {
    sentence: 'The registers of an authority and its imports are seen by its officer and director only.',
    allows: (actor, { organiserId }) => holds(actor, ['officer', 'director'], organiserId),
  },
  import: {
    sentence: 'The officer of the authority imports into its registers, naming the source.',
    allows: isOfficer,
    refusal: 'registers.officer-only',
  },
  undo: {
    sentence: 'The officer of the authority takes an import back, with a reason.',
    allows: isOfficer,
    refusal: 'registers.officer-only',
  },
};
