export const usage = `Usage: debrief COMMAND [ARGUMENTS]

Commands:
  read PATH…     what a post-mortem says: header, instants, timeline, causes, actions, and what is unknown
  edit FILE …    one change to a post-mortem; every other byte of the file stays
  schema         the JSON Schema of what “read --format json” prints

Options of read:
  --format text|json    text is the default: a card for a file, one line a document for a folder
  --quiet               no progress and no closing line on standard error
  --no-color            no colour

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
