/** The five templates as tables and sentences name them. */
export const templates = {
  executive: 'template executive',
  blameless: 'template blameless',
  serviceLevels: 'template service-levels',
  alert: 'template alert',
  compact: 'template compact',
} as const;

/** Where definitions were read. */
export const sources = {
  datadog: 'Datadog, incident analytics: github.com/DataDog/documentation/pull/35821',
  rootly: 'Rootly, incident status: docs.rootly.com/configuration/incident-status',
  moogsoft: 'Moogsoft, getMTTAStats: docs.moogsoft.com',
  zenduty: 'Zenduty, MTBF, MTTR, MTTF, MTTA: zenduty.com/blog',
  atlassian: 'Atlassian, common incident metrics: atlassian.com/incident-management/kpis/common-metrics',
  pagerduty: 'PagerDuty, post-mortem documentation: github.com/PagerDuty/postmortem-docs',
  devlake: 'Apache DevLake, failed deployment recovery time: devlake.apache.org',
  workbook: 'Google, The Site Reliability Workbook: sre.google/workbook',
  incidentMetrics: 'Davidovič, Incident Metrics in SRE: sre.google/resources/practices-and-processes',
  nist: 'NIST/SEMATECH e-Handbook 8.4.5.1: itl.nist.gov/div898/handbook',
  void: 'The VOID report: thevoid.community/report',
} as const;
