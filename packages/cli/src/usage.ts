export const usage = `Usage: debrief COMMAND [ARGUMENTS]

Commands:
  read PATH…     what a post-mortem says: header, instants, timeline, causes, actions, and what is unknown
  init [FOLDER]  a debrief.yaml with every setting explained in it; --force overwrites one
  schema         the JSON Schema of what “read --format json” prints

Options of read:
  --format text|json    text is the default: a card for a file, one line a document for a folder
  --quiet               no progress and no closing line on standard error
  --no-color            no colour

A path is a file, a folder, a pattern such as "docs/**/*.md", or - for standard input.

  --help, --version
`;
