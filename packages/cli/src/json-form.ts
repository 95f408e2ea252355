import { plainValues, type Reading } from '@debrief/core/read';

/** What `--format json` prints of a reading: its plain values at the top, the whole model beside them. */
export function jsonForm(reading: Reading) {
  const { postmortem, sections, messages } = reading;
  return { ...plainValues(reading), postmortem: { ...postmortem, sections }, messages };
}
