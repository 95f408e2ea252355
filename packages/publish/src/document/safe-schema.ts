/** All the HTML that a document may become. What is not here goes; its words stay. */
export const safeSchema = {
  strip: ['script', 'style'],
  clobber: ['id', 'ariaDescribedBy'],
  clobberPrefix: '',
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  tagNames: [
    'h1 h2 h3 h4 h5 h6 p blockquote ul ol li pre code em strong del hr br a img input',
    'table thead tbody tr th td sup section',
  ].flatMap((names) => names.split(' ')),
  attributes: {
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy', 'ariaLabel', 'id'],
    img: ['src', 'alt'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    h2: ['id', ['className', 'sr-only']],
    section: ['dataFootnotes'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
};
