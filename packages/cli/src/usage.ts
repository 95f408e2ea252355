export const usage = `Usage: debrief COMMAND [ARGUMENTS]

Commands:
  new            a draft in your template, from flags or from an alert, with the unknowns marked
  read PATH…     what a post-mortem says: header, instants, timeline, causes, actions, and what is unknown
  convert FILE   the same document in another template, and what moved how: --to NAME
  templates      the templates there are; with a name, the text of one
  init [FOLDER]  a debrief.yaml with every setting explained in it; --force overwrites one
  schema         the JSON Schema of what “read --format json” prints

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

A path is a file, a folder, a pattern such as "docs/**/*.md", or - for standard input.

  --help, --version
`;
