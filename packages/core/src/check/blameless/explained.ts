const CLAUSE = /\b(?:because|since|as|while|when|given that|given)\s+(?:of\s+)?/g;
/** A clause that explains by another person, or by their care, explains nothing. */
const BY_PERSON =
  /^(?:(?:the|an?|our|his|her|their) )?(?:(?:on-call|senior|junior|new) )?(?:i|we|he|she|they|engineers?|developers?|operators?|team|responder|reviewer|human|care\w*|neglig\w*|inattent\w*|complacen\w*|laz\w*)\b/;
const STATES =
  /\b(?:was|were|is|are|had|has|have|did|does|do|could|would|can|may|showed?|shows|listed|lists|said|says|still|points?|pointed|only|looked|gave|gives|offered|hid|hides|no|not|never|without|reported|named|returned|used|kept|made|sent|came|ran|read|applies|applied|defaults?)\b|\w{3}ed\b|^(?:the|an?|its|both|each|all|two|no) [\w-]+ (?:[\w-]+ ){0,4}?\w{2,30}s\b|^(?:both|all) \w{3,30} (?:the|an?|one|same|no)\b|^it (?:\w{1,20}ly )?\w{2,30}s\b/;

/**
 * Whether words behind a person's action say which condition of tools or information it followed from: “because the
 * runbook still listed the old host”. With that the third rule of causation is kept.
 */
export function isExplained(behind: string): boolean {
  for (const { index, 0: joint } of behind.matchAll(CLAUSE)) {
    const clause = behind.slice(index + joint.length, index + joint.length + 160);
    const isGerund = /^\w+ing\b(?! (?:was|were|is|had))/.test(clause);
    if (!isGerund && !BY_PERSON.test(clause) && STATES.test(clause)) return true;
  }
  return false;
}
