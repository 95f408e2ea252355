/** A link that an alert carries: its runbook, a dashboard, the alert itself. */
export interface AlertLink {
  readonly kind: 'runbook' | 'dashboard' | 'alert' | 'other';
  /** The words to show. */
  readonly label: string;
  readonly url: string;
}

/** Something that happened to an alert, for the first rows of a timeline. */
export interface AlertEvent {
  /** ISO 8601 in UTC: `2026-05-01T10:02:00Z`. */
  readonly at: string;
  readonly kind: 'started' | 'fired' | 'acknowledged' | 'escalated' | 'assigned' | 'note' | 'resolved' | 'other';
  readonly text: string;
  readonly actor?: string;
}

/**
 * One alert of a monitoring product, in one shape for all of them. All text is as the product sent it, cut where it is
 * very long and without control characters; only summary, description and events may have several lines. Markdown and
 * HTML in it are made safe where a draft is written. What a product does not say is left out.
 */
export interface Alert {
  /** The folder name of the integration that decoded it: `alertmanager`, `pagerduty` … */
  readonly product: string;
  /** The same for each delivery about the same alert: a fingerprint, an incident's id. */
  readonly key: string;
  /** The same for alerts that the product itself groups. */
  readonly groupKey?: string;
  /** Whom the product told of it: the name of a receiver or of a topic. */
  readonly receiver?: string;
  readonly status: 'firing' | 'acknowledged' | 'resolved';
  readonly title: string;
  /** As the product words it: `critical`, `P1`, `SEV2`. */
  readonly severity?: string;
  readonly services: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  /** ISO 8601 in UTC. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly links: readonly AlertLink[];
  /** Labels, tags and dimensions, in the order of the payload. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly events: readonly AlertEvent[];
  /** The people that the product names as assigned or on call. */
  readonly responders: readonly string[];
}
