export type { BearingAction } from './bearing-actions.ts';
export type { LeftOut } from './left-out.ts';
export { profileOf, type ProfileOptions, type RelatedProfile } from './profile.ts';
export type { RelatedReason } from './reason.ts';
export {
  type RelatedAnswer,
  type RelatedIncident,
  type RelatedNote,
  type RelatedOptions,
  relatedTo,
} from './related-to.ts';
