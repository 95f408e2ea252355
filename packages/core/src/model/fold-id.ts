/**
 * The form of an incident id in which two people's spellings agree: case, kinds of dashes and blanks around it do not
 * matter.
 *
 * @example foldId(' INC–7') // 'inc-7'
 */
export function foldId(id: string): string {
  return id
    .trim()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-');
}
