/**
 * The `debrief.yaml` that `debrief init` writes: every key there is, each with a comment. What stands behind `#` without a
 * blank is a setting to be uncommented, and is valid when it is.
 */
export const firstSettings = `# Settings of Debrief, for this folder and those below it.
# All of them are optional. Take the # away from a line to use it.

# The template of a new post-mortem:
# executive, blameless, service-levels, alert, compact, or one of your own.
template: compact

# The folder of your own templates, beside this file.
templates: templates

# The language of a new post-mortem: en, es, fr, de, pt, no, ja or zh.
language: en

# The zone of times that name none: Europe/Oslo, UTC, UTC+2.
zone: UTC

incidentId:
  # How a new incident is called. Filled in are {date}, {date:YYYY-MM-DD}, {time},
  # {counter}, {counter:3} and {slug}, which is the title as a short word.
  scheme: "{date:YYYY-MM-DD}-{time}-{slug}"

#severity:
  # Your scale, by its name: P0-P3, P0-P4, SEV1-SEV5, SEV0-SEV4 or Critical/High/Medium/Low.
  # Or your own steps, each with its level from 1 (worst) to 5:
  #scale:
    #- name: Major
      #level: 1
      # Other ways to write it.
      #aliases: [MAJ]
    #- name: Minor
      #level: 3

review:
  # Days from the incident to the review meeting.
  daysUntilReview: 5
  # Days from the incident to the look back at what was done.
  followUpDays: 30
  # Months from the incident until the document is read again.
  nextReviewMonths: 6
  # Who approves, by severity level. The sole author never does.
  #approvers:
    #1:
      # How many have to approve.
      #count: 2
      # Roles that have to be among them.
      #roles: [manager]
    #2:
      #count: 1

actions:
  # Days until an action item is due, by its priority.
  daysUntilDue:
    P0: 7
    P1: 30
    P2: 90
    P3: 180

# The people and teams that your documents name.
#people:
  #- name: Ana Ruiz
    # How documents and chats call them, with or without @.
    #handles: ["@ana"]
    # Mail addresses.
    #addresses: [ana@example.org]
    # The team they belong to.
    #team: Platform
    # What they may approve as.
    #roles: [manager]
#teams:
  #- name: Platform
    #handles: ["@platform"]
    # People by name, handle or address.
    #members: [Ana Ruiz]

# Your services, and what they promise.
#services:
  #- name: checkout
    # Other names for it in alerts and documents.
    #aliases: [checkout-api]
    # A person or a team.
    #owner: Platform
    # Where to look when it fails.
    #runbook: https://example.org/runbooks/checkout
    #dashboard: https://example.org/dashboards/checkout
    # Service level objectives, from which error budgets are worked out.
    #slos:
      #- name: requests answered
        # availability, latency, errorRate or freshness.
        #indicator: availability
        # Percent that has to be good.
        #target: 99.9
        # The last so many days (30d, 4w), or a calendar week, month, quarter or year.
        #window: 30d
      #- name: fast answers
        #indicator: latency
        #target: 99
        #window: calendar month
        # How good and bad are counted: occurrences (requests), timeslices or ratioTimeslices.
        #budgeting: timeslices
        # Up to here an answer is fast enough, or data fresh enough.
        #threshold: 300ms
        # Percent that has to be good for a slice of time to be good.
        #timeSliceTarget: 95
        # How long a slice of time is.
        #timeSliceWindow: 1min

# Or files in the OpenSLO form.
#openslo: ["slo/*.yaml"]

# Which definition of a metric counts for you; debrief explain METRIC tells the ones there are.
#metrics:
  #time-to-mitigate: from-acknowledgement

# What contributes to your incidents: a name, and phrases that mean it in documents.
#factors:
  #limit fixed in code: [hard-coded limit, fixed pool size]

# Check rules, or whole groups, that you want stricter, milder or off: error, warning, info, off.
#rules:
  #consistent/timeline-jumps-back: warning
  #blameless: info

# The same for one stage of a document only.
#stages:
  #draft:
    #consistent/overdue: off
  #review:
    #consistent/overdue: warning
  #published:
    #consistent/overdue: error

# Your own words for headings, labels and columns, beside those that Debrief knows.
#vocabulary:
  #sections:
    #rootCause: [What bit us]
  #labels:
    #severity: [Urgency]
  #columns:
    #owner: [Whose turn]
`;
