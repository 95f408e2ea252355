export const usage = `Usage: debrief COMMAND [ARGUMENTS]

Commands:
  new            a draft in your template, from flags or from an alert, with the unknowns marked
  read PATH…     what a post-mortem says: header, instants, timeline, causes, actions, and what is unknown
  check PATH…    what a reviewer would ask: gaps, contradictions, words that blame, weak actions; each with its line
  edit FILE …    one change to a post-mortem; every other byte of the file stays
  related FILE PATH…   what was alike before, why, and which of its action items bear on this one
  insights PATH… what many post-mortems tell together, with intervals, and what they cannot tell
  convert FILE   the same document in another template, and what moved how: --to NAME
  measure PATH…  its numbers, each with its definition and where it comes from; what is stated beside what follows
  explain [NAME] what a metric means, or what a rule of the check asks and why; without a name, the list of both
  actions PATH…  the action items of files, or of a server: who does what until when
  templates      the templates there are; with a name, the text of one
  init [FOLDER]  a debrief.yaml with every setting explained in it; --force overwrites one
  schema         the JSON Schema of what “read --format json” prints

With a server (--server URL --token T, or DEBRIEF_SERVER and DEBRIEF_TOKEN):
  list           what it keeps, the newest first        search WORDS   what it finds, the best first
  new            keeps the draft there                  edit ID …      one change to what it keeps
  pull ID|--all [FOLDER]   writes into files            push FILE…     sends what was changed in them
  actions        the action items of all

Commands of a server, each with its own --help:
  serve          keeps post-mortems for a team, on SQLite or PostgreSQL, with pages and an API; --demo shows it filled
  import PATH    a folder or an archive of Markdown files into it; export PATH gives everything back, byte for byte
  backup FILE    everything in one file while it runs, checked by its hashes; restore FILE puts it into an empty place
  admin …        links for passwords and leavers, without mail
  audit verify   whether anything in the history was changed; reindex reads all texts anew

Options of new:
  --template NAME       compact is the default; debrief.yaml may name another
  --from FILE           an alert as JSON, - for standard input: Alertmanager, Grafana, PagerDuty, Opsgenie, CloudWatch, plain
  --title T --severity S --service a,b --started T --summary T --author A --incident-id ID
  -o, --output FILE     the file to write, or a folder in which it is named after the id; standard output without it
  --force               write over a file that is there

Options of convert:
  --to NAME             the template; -o, --output FILE and --force as above

Options of read:
  --format text|json    text is the default: a card for a file, one line a document for a folder
  --quiet               no progress and no closing line on standard error
  --no-color            no colour

Options of check:
  --stage draft|review|published    what the document has to hold; without it, what the document says of itself, else draft
  --format text|json|sarif|junit|github|markdown    markdown is a review comment, github are annotations
  --fail-on error|warning|info|never                the level from which the status is 1; error is the default
  --fix                 does what is certainly right in the files, and says what
  --baseline FILE       what is known of an old archive fails nothing; --update-baseline writes the file
  --changed[=REF]       only what changed in git since REF, the last commit without it; PATH may be left away
  --watch               checks again what is saved, until it is stopped
  --explain             the reason and the source with each finding
  --now TIME, --no-cache, --quiet, --no-color    as above and below

Options of actions:
  --overdue             only what is open after its due day; --owner O, --format text|json|csv, --now TIME
  --state open|done|cancelled|all   open is the default, and takes in those whose text does not say

Options of list and search:
  --state S --severity LEVEL --service S (again for more), --open with open action items, --limit N, --format text|json

Options of push:
  --reason R            why, for the history; --accept-secrets keeps what looks like a credential
  --base N              after a conflict: the revision that the file was brought up to

Options of related:
  --limit N             at most so many; 5 is the default
  --explain             how each weight comes about, and what was left out
  --later               incidents that began later too
  --format text|json, --quiet, --no-color as above

Options of measure:
  --format, --quiet, --no-color    as above
  --explain             the lines of the text that each number comes from
  --now TIME            what is not over is counted up to this time, such as 2026-05-01T10:00Z; now without it

Options of insights:
  --format text|json|html                                   html is one file that needs nothing else
  --from DAY --to DAY   the window; from the month of the first post-mortem until now without it
  --service S --severity L --team T --factor F --template T only those
  --group-by service|severity|team|quarter|factor|template  the same for each group
  --split DAY|none      before against after this day; the middle of the window without it
  --now TIME --zone Z --seed N                              the time to count up to, clocks of the week, chance
  -o, --output FILE     writes there; --no-cache reads all documents anew; --quiet, --no-color as above

Changes of edit (an item is named by its number from 1, its words, or an action's id):
  set FIELD VALUE…                          event add TIME TEXT      event change WHICH    event move WHICH NUMBER
  add why QUESTION [ANSWER]                 event remove WHICH       action add TEXT       action change WHICH
  add factor TEXT                           action tick WHICH        action untick WHICH   action remove WHICH
  add lesson KIND TEXT                      pin INSTANT TIME         section NAME
  add approval ROLE NAME [DATE]

Options of edit:
  --at, --until, --text, --action, --actor                                   what an event says
  --text, --owner (again for more), --due, --priority, --status, --ticket, --verification   what an action item says
  --kind technical|process|human|external    of a factor
  --clear               empties a field, or takes a pin away
  --dry-run             prints the lines that would change
  --output FILE|-       writes there instead of into the file

A path is a file, a folder, a pattern such as "docs/**/*.md", or - for standard input.

  --help, --version
`;
