/** What is wrong with a template: where (line and column from 1), and what to do. */
export interface TemplateFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
