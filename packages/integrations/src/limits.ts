/** How much of a payload is read and kept. Lengths are in UTF-16 units. */
export const limits = {
  payload: 20_000_000,
  alerts: 500,
  /** Labels that are looked at, of which fewer are kept. */
  pairs: 2_000,
  labels: 200,
  events: 500,
  links: 30,
  services: 50,
  responders: 50,
  notes: 20,
  title: 300,
  name: 200,
  line: 1_000,
  paragraphs: 10_000,
  url: 4_000,
} as const;
